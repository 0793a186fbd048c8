import {
  formatMoney,
  formatMoneyRange,
  formatNumber,
  formatQuarter,
  type Locale,
} from "@/components/ui/format";
import { localPath } from "@/components/ui/local-path";
import type { Lane, RoadmapNeed } from "@/server/roadmap/queries";
import { sureness } from "../needs/certainty";
import { windowText } from "../needs/window-text";
import { html, type Markup } from "./markup";
import { placeOn } from "./place";
import type { RoadmapView } from "./roadmap-page";
import { middleOf } from "./sums";

type Translate = (key: string, values?: Record<string, string | number>) => string;
/** The texts of the roadmap (t) and of needs (n). */
export type Voice = { t: unknown; n: unknown; locale: Locale };
type Named = { title: string; language: string };
type Said = { t: Translate; n: Translate; locale: Locale };

const HEAD =
  "sticky start-0 flex w-fit max-w-[min(100%,calc(100vw-2rem))] flex-wrap items-baseline gap-x-3 gap-y-1 bg-paper pe-3";
const END = html` class="at-end"`;
const PART = "flex flex-col gap-2 border-t border-edge pt-3 pb-4";

export function timelineMarkup(roadmap: RoadmapView, voice: Voice): Markup {
  const said = voice as Said;
  const { t } = said;
  const { columns, lanes, loose } = roadmap;
  const bars = (needs: RoadmapNeed[]) =>
    html`<ul class="bars">${needs.map((need) => bar(need, columns, said))}</ul>`;
  return html`<div class="timeline" style="--columns:${columns.length}">${axis(columns, said.locale)}${lanes.map(
    (lane) =>
      html`<section class="${PART}">${laneHead(lane, said)}${lane.shown.length > 0 && bars(lane.shown)}${more(lane, said)}</section>`,
  )}${
    loose.length > 0 &&
    html`<section class="${PART}"><header class="${HEAD}"><h3 class="text-lg">${t("loose")}</h3><p class="text-sm text-muted">${t("looseHelp", { count: roadmap.looseCount })}</p></header>${bars(loose)}</section>`
  }${sums(roadmap, said)}</div>`;
}

function axis(columns: string[], locale: Locale): Markup {
  return html`<ol aria-hidden="true" class="timeline-row sticky top-0 bg-paper">${columns.map(
    (quarter, index) =>
      html`<li class="px-1 pb-1 text-sm"><span class="block h-5 font-bold">${
        (index === 0 || quarter.endsWith("Q1")) && quarter.slice(0, 4)
      }</span><span class="text-muted">${
        locale === "nl" ? `${quarter.slice(6)}e kw` : quarter.slice(5)
      }</span></li>`,
  )}</ol>`;
}

function bar(need: RoadmapNeed, columns: string[], { n, locale }: Said): Markup {
  const { first, last, wordsFrom, wordsTo, atEnd } = placeOn(columns, need);
  const money = formatMoneyRange(need.valueMinCents, need.valueMaxCents, locale);
  const words = `--words:${wordsFrom}/${wordsTo};--bar:${first}/${last}`;
  return html`<li style="${words}"><p${atEnd && END}><a href="${localPath(`/needs/${need.id}`, locale)}"${lang(
    need,
    locale,
  )}>${need.title}</a> ${money} · ${need.buyer}<span class="sr-only"> · ${windowText(need, locale)}, ${n(
    `certainty.${need.certainty}`,
  )}</span></p><span class="drawn-${sureness[need.certainty]}"></span></li>`;
}

function laneHead(lane: Lane, { t, n, locale }: Said): Markup {
  const words =
    lane.needs === 0
      ? t("lane.empty")
      : t("lane.sum", {
          needs: lane.needs,
          buyers: lane.buyers,
          value: formatMoneyRange(lane.valueMinCents, lane.valueMaxCents, locale),
        });
  return html`<header class="${HEAD}"><h3 class="text-lg">${link(`/programmes/${lane.id}`, lane, locale)}</h3><p class="text-sm text-muted">${
    lane.lead
  } · ${words}${lane.isDemonstration && ` · ${n("demonstration")}`}${
    lane.status === "closed" && ` · ${t("closed")}`
  }</p></header>`;
}

function more(lane: Lane, { t, locale }: Said): Markup | null {
  const left = lane.needs - lane.shown.length;
  if (left <= 0) return null;
  return html`<p class="sticky start-0 w-fit text-sm"><a class="text-link" href="${localPath(
    `/programmes/${lane.id}`,
    locale,
  )}">${t("lane.more", { count: formatNumber(left, locale) })}</a></p>`;
}

/** Under the timeline: what all needs that fit the filters count for, in the quarter their window starts. */
function sums({ columns, quarters }: RoadmapView, { t, locale }: Said): Markup {
  const most = Math.max(1, ...quarters.map(middleOf));
  return html`<section class="border-t border-edge bg-paper pt-1 sm:sticky sm:bottom-0"><h3 class="sticky start-0 w-fit text-sm font-bold">${t(
    "sums.title",
  )}</h3><ol class="timeline-row">${columns.map((column) => {
    const sum = quarters.find(({ quarter }) => quarter === column);
    const height = sum ? Math.max(0.125, (middleOf(sum) / most) * 2) : 0;
    return html`<li class="flex flex-col justify-end px-1 text-sm"><span aria-hidden="true" class="bg-drawn" style="block-size:${height.toFixed(
      3,
    )}rem"></span><span class="sr-only">${formatQuarter(column, locale)}: </span>${
      sum
        ? html`<span class="font-bold tabular-nums">${formatMoney(
            middleOf(sum),
            locale,
          )}</span><span class="text-muted">${t("sums.needs", { count: sum.needs })}</span>`
        : html`<span class="text-muted">–</span>`
    }</li>`;
  })}</ol></section>`;
}

/** A link to something that a person named, in the language it was named in. */
function link(path: string, named: Named, locale: Locale): Markup {
  return html`<a class="text-link" href="${localPath(path, locale)}"${lang(named, locale)}>${named.title}</a>`;
}

const lang = ({ language }: Named, locale: Locale) => language !== locale && html` lang="${language}"`;
