import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ConsentState as State } from "@/db/enums";

const TONES: Record<State, BadgeTone> = {
  proposed: "attention",
  consented: "positive",
  refused: "negative",
  withdrawn: "negative",
  fixed: "positive",
  released: "closed",
};

/** Where a need stands in a programme, with the reason if one was given. */
export function ConsentState({ status, reason }: { status: State; reason: string | null }) {
  const t = useTranslations("programmes");
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <Badge tone={TONES[status]}>{t(`consent.${status}`)}</Badge>
      {reason && <span className="text-sm text-muted">{reason}</span>}
    </span>
  );
}
