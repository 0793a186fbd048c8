import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoneyRange, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Lane } from "@/server/roadmap/queries";
import { langOf } from "./lang-of";

/** What a part of the timeline is about; it stays in sight while the bars scroll. */
export function PartHead({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <header className="timeline-head">
      <h3 className="text-lg">{title}</h3>
      <p className="text-sm text-muted">{children}</p>
    </header>
  );
}

export function LaneHead({ lane, locale }: { lane: Lane; locale: Locale }) {
  const [t, n] = [useTranslations("roadmap"), useTranslations("needs")];
  const sum =
    lane.needs === 0
      ? t("lane.empty")
      : t("lane.sum", {
          needs: lane.needs,
          buyers: lane.buyers,
          value: formatMoneyRange(lane.valueMinCents, lane.valueMaxCents, locale),
        });
  const facts = [
    lane.lead,
    sum,
    lane.isDemonstration && n("demonstration"),
    lane.status === "closed" && t("closed"),
  ];
  return (
    <PartHead
      title={
        <Link href={`/programmes/${lane.id}`} lang={langOf(lane, locale)}>
          {lane.title}
        </Link>
      }
    >
      {facts.filter(Boolean).join(" · ")}
    </PartHead>
  );
}
