import { useLocale, useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { formatDate, type Locale } from "@/components/ui/format";
import type { ConsentNow } from "@/server/programmes/lifecycle";

const TONES: Record<ConsentNow, BadgeTone> = {
  proposed: "attention",
  expired: "closed",
  consented: "positive",
  refused: "negative",
  withdrawn: "negative",
  fixed: "positive",
  released: "closed",
  moved: "closed",
};

type Props = {
  status: ConsentNow;
  reason: string | null;
  /** Until when the buyer can answer. */
  answerBy: string;
};

/** Where a need stands in a programme, until when the buyer can answer, and the reason if one was given. */
export function ConsentState({ status, reason, answerBy }: Props) {
  const t = useTranslations("programmes");
  const locale = useLocale() as Locale;
  const isAsked = status === "proposed" || status === "expired";
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <Badge tone={TONES[status]}>{t(`consent.${status}`)}</Badge>
      {isAsked && (
        <span className="text-sm text-muted">
          {t(`answerBy.${status}`, { day: formatDate(answerBy, locale, { weekday: true }) })}
        </span>
      )}
      {reason && <span className="text-sm text-muted">{reason}</span>}
    </span>
  );
}
