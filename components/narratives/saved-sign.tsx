"use client";
import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Sign, State } from "./connection";

const ICONS: Record<Sign, IconName> = {
  opening: "clock",
  saved: "check",
  saving: "clock",
  offline: "alert",
  refused: "alert",
};

/** Whether what was written is safe, and where. */
export function SavedSign({ state: { sign, isKept } }: { state: State }) {
  const t = useTranslations("narratives.sign");
  return (
    <p role="status" data-sign={sign} className="flex items-start gap-1.5">
      <Icon name={ICONS[sign]} className="mt-0.5" />
      <span>{t(sign === "offline" && !isKept ? "offlineUnkept" : sign)}</span>
    </p>
  );
}
