"use client";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import type { Locale } from "@/components/ui/format";
import type { WindowPrecision } from "@/db/enums";
import type { Abilities } from "@/server/core/policy";
import type { LinkStep } from "@/server/programmes/input";
import type { ConsentAction } from "@/server/programmes/lifecycle";
import { windowText } from "../needs/window-text";

type Props = {
  asked: { windowStart: string; windowEnd: string; reason: string | null } | null;
  precision: WindowPrecision;
  link: LinkStep;
  abilities: Abilities<ConsentAction>;
};

/** The window that a programme's lead asks for, why, and the buyer's answer to it; its consent stands apart. */
export function AskedWindow({ asked, precision, link, abilities }: Props) {
  const t = useTranslations("programmes");
  const locale = useLocale() as Locale;
  if (!asked) return null;
  return (
    <div className="flex flex-col gap-2 border-s-2 border-edge ps-3">
      <p>
        {t("askedWindow", { window: windowText({ ...asked, windowPrecision: precision }, locale) ?? "" })}{" "}
        <span className="text-muted wrap-anywhere">{asked.reason}</span>
      </p>
      {abilities.acceptWindow.can && (
        <div className="flex flex-wrap gap-3">
          <ActionButton
            small
            label={t("do.acceptWindow")}
            act={() => trpc.programmes.acceptWindow.mutate(link)}
          />
          <ActionButton
            small
            variant="subtle"
            label={t("do.declineWindow")}
            act={() => trpc.programmes.declineWindow.mutate(link)}
          />
        </div>
      )}
    </div>
  );
}
