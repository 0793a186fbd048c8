"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";

/** Makes, renews and ends the address of a calendar. The address is shown once, for nobody keeps it. */
export function CalendarActions({ viewId, exists }: { viewId: string | null; exists: boolean }) {
  const t = useTranslations("views.calendar");
  const router = useRouter();
  const [address, setAddress] = useState<string | null>(null);
  const show = ({ path }: { path: string }) => {
    setAddress(new URL(path, window.location.href).href);
    router.refresh();
  };
  const hide = () => {
    setAddress(null);
    router.refresh();
  };
  return (
    <div className="flex flex-col gap-3">
      {address && (
        <Notice kind="attention" live>
          <TextField
            label={t("address")}
            help={t("once")}
            value={address}
            readOnly
            onFocus={(event) => event.target.select()}
          />
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <ActionButton
          small
          key={String(exists)}
          label={exists ? t("renew") : t("make")}
          act={() => trpc.views.makeFeed.mutate({ viewId })}
          done={show}
        />
        {exists && (
          <ActionButton
            small
            label={t("revoke")}
            act={() => trpc.views.revokeFeed.mutate({ viewId })}
            done={hide}
          />
        )}
      </div>
    </div>
  );
}
