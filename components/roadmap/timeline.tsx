import { getLocale, getTranslations } from "next-intl/server";
import type { CSSProperties } from "react";
import { formatNumber, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { CERTAINTIES, type Certainty } from "@/db/enums";
import type { RoadmapNeed } from "@/server/roadmap/queries";
import { barOf } from "./bar-of";
import { Bars } from "./bars";
import { LaneHead, PartHead } from "./lane-head";
import { QuarterAxis } from "./quarter-axis";
import { QuarterSums } from "./quarter-sums";
import type { RoadmapView } from "./roadmap-page";

/** Programmes as lanes over quarters, their needs as bars that show how sure they are, and the sum per quarter. */
export async function Timeline({ roadmap }: { roadmap: RoadmapView }) {
  const [t, n, locale] = await Promise.all([
    getTranslations("roadmap"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const { columns, lanes, loose, looseCount, quarters } = roadmap;
  const certainty = Object.fromEntries(CERTAINTIES.map((one) => [one, n(`certainty.${one}`)])) as Record<
    Certainty,
    string
  >;
  const barsOf = (needs: RoadmapNeed[]) => needs.map((need) => barOf(need, columns, { locale, certainty }));
  return (
    <div className="flex flex-col gap-2">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll-region" tabIndex={0} aria-labelledby="timeline">
        <h2 id="timeline" className="sr-only">
          {t("timeline")}
        </h2>
        <div className="timeline" style={{ "--columns": columns.length } as CSSProperties}>
          <QuarterAxis columns={columns} locale={locale} />
          {lanes.map((lane) => (
            <section key={lane.id} className="timeline-part">
              <LaneHead lane={lane} locale={locale} />
              {lane.shown.length > 0 && <Bars bars={barsOf(lane.shown)} />}
              {lane.needs > lane.shown.length && (
                <p className="sticky start-0 w-fit text-sm">
                  <Link href={`/programmes/${lane.id}`}>
                    {t("lane.more", { count: formatNumber(lane.needs - lane.shown.length, locale) })}
                  </Link>
                </p>
              )}
            </section>
          ))}
          {loose.length > 0 && (
            <section className="timeline-part">
              <PartHead title={t("loose")}>{t("looseHelp", { count: looseCount })}</PartHead>
              <Bars bars={barsOf(loose)} />
            </section>
          )}
          <QuarterSums columns={columns} quarters={quarters} locale={locale} />
        </div>
      </section>
      <p className="text-sm text-muted">{t("sums.help")}</p>
    </div>
  );
}
