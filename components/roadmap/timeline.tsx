import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
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
import { placeOn } from "./place";
import type { RoadmapView } from "./roadmap-page";
import { middleOf } from "./sums";

const row = "grid grid-cols-[repeat(var(--quarters),minmax(0,1fr))]";

/** Programmes as lanes over quarters, their needs as bars that show how sure they are, and the sum per quarter. */
export async function Timeline({ roadmap }: { roadmap: RoadmapView }) {
  const [t, n, locale] = await Promise.all([
    getTranslations("roadmap"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const { columns, lanes, loose } = roadmap;
  const style = {
    "--quarters": columns.length,
    minInlineSize: `${columns.length * 5.25}rem`,
    backgroundImage:
      "linear-gradient(to right, var(--basis-color-default-border-subtle) 1px, transparent 1px)",
    backgroundSize: `calc(100% / ${columns.length}) 100%`,
  } as React.CSSProperties;

  // Plain links and one sentence per need: a page has hundreds of them.
  const bar = (need: RoadmapNeed) => {
    const { first, last, wordsFrom, wordsTo, atEnd } = placeOn(columns, need);
    const money = formatMoneyRange(need.valueMinCents, need.valueMaxCents, locale);
    const heard = `${windowText(need, locale)}, ${n(`certainty.${need.certainty}`)}`;
    return (
      <li key={need.id} className={row}>
        <p
          className={atEnd ? "truncate pe-1 text-end text-sm" : "truncate ps-1 text-sm"}
          style={{ gridColumn: `${wordsFrom} / ${wordsTo}` }}
        >
          <a
            className="text-link"
            href={localPath(`/needs/${need.id}`, locale)}
            lang={need.language === locale ? undefined : need.language}
          >
            {need.title}
          </a>{" "}
          <span className="text-muted">
            {money} · {need.buyer}
            <span className="sr-only"> · {heard}</span>
          </span>
        </p>
        <span
          aria-hidden="true"
          className={`row-start-2 h-3 drawn-${sureness[need.certainty]}`}
          style={{ gridColumn: `${first} / ${last}` }}
        />
      </li>
    );
  };
  const words = (lane: Lane) =>
    lane.needs === 0
      ? t("lane.empty")
      : t("lane.sum", {
          needs: lane.needs,
          buyers: lane.buyers,
          value: formatMoneyRange(lane.valueMinCents, lane.valueMaxCents, locale),
        });

  return (
    <div className="flex flex-col gap-2">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll-region" tabIndex={0} aria-labelledby="timeline">
        <h2 id="timeline" className="sr-only">
          {t("timeline")}
        </h2>
        <div style={style} className="flex flex-col">
          <Axis columns={columns} />
          {lanes.map((lane) => (
            <section key={lane.id} className="flex flex-col gap-2 border-t border-edge pt-3 pb-4">
              <header className="sticky start-0 flex w-fit max-w-[min(100%,calc(100vw-2rem))] flex-wrap items-baseline gap-x-3 gap-y-1 bg-paper pe-3">
                <h3 className="text-lg" lang={lane.language === locale ? undefined : lane.language}>
                  <a className="text-link" href={localPath(`/programmes/${lane.id}`, locale)}>
                    {lane.title}
                  </a>
                </h3>
                <p className="text-sm text-muted">
                  {lane.lead} · {words(lane)}
                </p>
                {lane.isDemonstration && <Badge tone="attention">{n("demonstration")}</Badge>}
                {lane.status === "closed" && <Badge tone="closed">{t("closed")}</Badge>}
              </header>
              {lane.shown.length > 0 && <ul className="flex flex-col gap-2">{lane.shown.map(bar)}</ul>}
              {lane.needs > lane.shown.length && (
                <p className="sticky start-0 w-fit text-sm">
                  <a className="text-link" href={localPath(`/programmes/${lane.id}`, locale)}>
                    {t("lane.more", { count: formatNumber(lane.needs - lane.shown.length, locale) })}
                  </a>
                </p>
              )}
            </section>
          ))}
          {loose.length > 0 && (
            <section className="flex flex-col gap-2 border-t border-edge pt-3 pb-4">
              <header className="sticky start-0 flex w-fit max-w-[min(100%,calc(100vw-2rem))] flex-wrap items-baseline gap-x-3 bg-paper pe-3">
                <h3 className="text-lg">{t("loose")}</h3>
                <p className="text-sm text-muted">{t("looseHelp", { count: roadmap.looseCount })}</p>
              </header>
              <ul className="flex flex-col gap-2">{loose.map(bar)}</ul>
            </section>
          )}
          <Sums roadmap={roadmap} />
        </div>
      </section>
      <p className="text-sm text-muted">{t("sums.help")}</p>
    </div>
  );
}

async function Axis({ columns }: { columns: string[] }) {
  const locale = (await getLocale()) as Locale;
  return (
    <ol aria-hidden="true" className={`${row} sticky top-0 bg-paper`}>
      {columns.map((quarter, index) => (
        <li key={quarter} className="px-1 pb-1 text-sm">
          <span className="block h-5 font-bold">
            {(index === 0 || quarter.endsWith("Q1")) && quarter.slice(0, 4)}
          </span>
          <span className="text-muted">{locale === "nl" ? `${quarter.slice(6)}e kw` : quarter.slice(5)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Under the timeline: what all needs that fit the filters count for, in the quarter their window starts. */
async function Sums({ roadmap: { columns, quarters } }: { roadmap: RoadmapView }) {
  const [t, locale] = await Promise.all([getTranslations("roadmap"), getLocale() as Promise<Locale>]);
  const most = Math.max(1, ...quarters.map(middleOf));
  return (
    <section className="border-t border-edge bg-paper pt-1 sm:sticky sm:bottom-0">
      <h3 className="sticky start-0 w-fit text-sm font-bold">{t("sums.title")}</h3>
      <ol className={row}>
        {columns.map((column) => {
          const sum = quarters.find(({ quarter }) => quarter === column);
          return (
            <li key={column} className="flex flex-col justify-end px-1 text-sm">
              <span
                aria-hidden="true"
                className="bg-drawn"
                style={{ blockSize: `${sum ? Math.max(0.125, (middleOf(sum) / most) * 2) : 0}rem` }}
              />
              <span className="sr-only">{formatQuarter(column, locale)}: </span>
              {sum ? (
                <>
                  <span className="font-bold tabular-nums">{formatMoney(middleOf(sum), locale)}</span>
                  <span className="text-muted">{t("sums.needs", { count: sum.needs })}</span>
                </>
              ) : (
                <span className="text-muted">–</span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
