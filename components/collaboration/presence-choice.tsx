"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";

/** Whether others see where the reader is; what the button says is what it will do. */
export function PresenceChoice({ isShown }: { isShown: boolean }) {
  const t = useTranslations("collaboration.present.settings");
  return (
    <>
      <p role="status" className="font-bold">
        {t(isShown ? "shown" : "hidden")}
      </p>
      <ActionButton
        label={t(isShown ? "hide" : "show")}
        act={() => trpc.collaboration.changePresence.mutate({ isShown: !isShown })}
      />
    </>
  );
}
