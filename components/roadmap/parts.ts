import type { getTranslations } from "next-intl/server";
import {
  formatMoney,
  formatMoneyRange,
  formatNumber,
  formatQuarter,
  type Locale,
} from "@/components/ui/format";
import { CERTAINTIES, type Certainty } from "@/db/enums";
import type { RoadmapNeed } from "@/server/roadmap/queries/needs";
import type { Lane, RoadmapView } from "@/server/roadmap/queries/timeline";
import { barOf } from "./bar-of";
import type { Part } from "./drawing";
import type { Zoom } from "./filters";
import { langOf } from "./lang-of";
import type { SumsOfTime } from "./quarter-sums";
import { middleOf } from "./sums";

export type Said = {
  locale: Locale;
  t: Awaited<ReturnType<typeof getTranslations<"roadmap">>>;
  n: Awaited<ReturnType<typeof getTranslations<"needs">>>;
};

/** The programmes of the timeline, and after them the needs in none, in words. */
export function partsOf(
  { columns, lanes, loose, looseCount, mayMove }: RoadmapView,
  said: Said,
  changed: ReadonlySet<string>,
): Part[] {
  const { t, n, locale } = said;
  const certainty = Object.fromEntries(CERTAINTIES.map((one) => [one, n(`certainty.${one}`)])) as Record<
    Certainty,
    string
  >;
  const barsOf = (needs: RoadmapNeed[]) =>
    needs.map((need) => barOf(need, columns, { locale, certainty, mayMove, changed }));
  const parts = lanes.map((lane) => ({ ...laneOf(lane, said), bars: barsOf(lane.shown) }));
  if (loose.length === 0) return parts;
  return [...parts, { title: t("loose"), facts: t("looseHelp", { count: looseCount }), bars: barsOf(loose) }];
}

/** What starts in each quarter or year, beside the most that starts in one. */
export function sumsOf({ columns, quarters }: RoadmapView, zoom: Zoom, { t, locale }: Said): SumsOfTime {
  const periodOf = (quarter: string) => (zoom === "year" ? quarter.slice(0, 4) : quarter);
  const periods = [...new Set(columns.map(periodOf))].map((period) => {
    const within = quarters.filter(({ quarter }) => periodOf(quarter) === period);
    return {
      period,
      span: columns.filter((column) => periodOf(column) === period).length,
      needs: within.reduce((sum, { needs }) => sum + needs, 0),
      middle: within.reduce((sum, quarter) => sum + middleOf(quarter), 0),
    };
  });
  const most = Math.max(1, ...periods.map(({ middle }) => middle));
  const sums = periods.map(({ period, span, needs, middle }) => ({
    period: zoom === "year" ? period : formatQuarter(period, locale),
    span,
    height: Number((middle / most).toFixed(3)),
    ...(needs > 0 && { value: formatMoney(middle, locale), needs: t("sums.needs", { count: needs }) }),
  }));
  return { title: t(`sums.${zoom}`), sums };
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
  const lang = langOf(lane, locale);
  return {
    href: `/programmes/${lane.id}`,
    title: lane.title,
    ...(lang && { lang }),
    ...(lane.found && { found: lane.found.title }),
    facts: facts.filter(Boolean).join(" · "),
    ...(more > 0 && { more: t("lane.more", { count: formatNumber(more, locale) }) }),
  };
}
