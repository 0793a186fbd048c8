import type { getTranslations } from "next-intl/server";
import { formatMoney, formatMoneyRange, formatNumber, type Locale } from "@/components/ui/format";
import { CERTAINTIES, type Certainty } from "@/db/enums";
import type { Lane, RoadmapNeed, RoadmapView } from "@/server/roadmap/queries";
import { barOf } from "./bar-of";
import type { Part } from "./drawing";
import { langOf } from "./lang-of";
import type { SumsOfQuarters } from "./quarter-sums";
import { middleOf } from "./sums";

export type Said = {
  locale: Locale;
  t: Awaited<ReturnType<typeof getTranslations<"roadmap">>>;
  n: Awaited<ReturnType<typeof getTranslations<"needs">>>;
};

/** The programmes of the timeline, and after them the needs in none, in words. */
export function partsOf({ columns, lanes, loose, looseCount }: RoadmapView, said: Said): Part[] {
  const { t, n, locale } = said;
  const certainty = Object.fromEntries(CERTAINTIES.map((one) => [one, n(`certainty.${one}`)])) as Record<
    Certainty,
    string
  >;
  const barsOf = (needs: RoadmapNeed[]) => needs.map((need) => barOf(need, columns, { locale, certainty }));
  const parts = lanes.map((lane) => ({ ...laneOf(lane, said), bars: barsOf(lane.shown) }));
  if (loose.length === 0) return parts;
  return [...parts, { title: t("loose"), facts: t("looseHelp", { count: looseCount }), bars: barsOf(loose) }];
}

/** What starts in each quarter, beside the most that starts in one. */
export function sumsOf({ columns, quarters }: RoadmapView, { t, locale }: Said): SumsOfQuarters {
  const most = Math.max(1, ...quarters.map(middleOf));
  const byQuarter = new Map(quarters.map((sum) => [sum.quarter, sum]));
  const sums = columns.map((column) => {
    const sum = byQuarter.get(column);
    if (!sum) return null;
    const middle = middleOf(sum);
    return {
      value: formatMoney(middle, locale),
      needs: t("sums.needs", { count: sum.needs }),
      height: Number((middle / most).toFixed(3)),
    };
  });
  return { title: t("sums.title"), sums };
}

function laneOf(lane: Lane, { t, n, locale }: Said): Omit<Part, "bars"> {
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
  const more = lane.needs - lane.shown.length;
  return {
    href: `/programmes/${lane.id}`,
    title: lane.title,
    lang: langOf(lane, locale),
    facts: facts.filter(Boolean).join(" · "),
    more: more > 0 ? t("lane.more", { count: formatNumber(more, locale) }) : undefined,
  };
}
