import "./paper.css";
import { getLocale, getTranslations } from "next-intl/server";
import { ObjectRibbon } from "@/components/collaboration/object-ribbon";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { LinkButton } from "@/components/ui/button";
import { formatDate, formatMoneyRange, type Locale } from "@/components/ui/format";
import { PLEDGE_KINDS } from "@/db/enums";
import type { ReadNarrative } from "@/server/narratives/queries";
import type { Programme } from "@/server/programmes/queries/programme";
import type { getWords } from "@/server/regions/queries";
import { windowText } from "../../needs/window-text";
import { PaperAbout } from "./paper-about";
import { PaperDemand } from "./paper-demand";
import { PaperFollowed } from "./paper-followed";
import { PaperNeeds } from "./paper-needs";
import { PrintButton } from "./print-button";
import { clip } from "./shorten";

export type Paper = {
  programme: Programme;
  narrative: ReadNarrative;
  words: ReturnType<typeof getWords>;
  now: Date;
};

/** A programme on two pages of A4, for who decides on it: what is asked, what is pledged, where the gap is. */
export async function BoardPaper({ programme, narrative, words, now }: Paper) {
  const [t, p, locale] = await Promise.all([
    getTranslations("papers"),
    getTranslations("programmes"),
    getLocale() as Promise<Locale>,
  ]);
  const { id, summary, years } = programme;
  const period = windowText({ windowStart: summary.start, windowEnd: summary.end }, locale);
  const open = years.filter(({ kinds }) => PLEDGE_KINDS.some((kind) => kinds[kind].gap > 0)).length;
  const finding = period
    ? t("finding", {
        needs: summary.needs,
        buyers: summary.buyers,
        value: formatMoneyRange(summary.valueMinCents, summary.valueMaxCents, locale),
        period,
        open,
        years: years.length,
      })
    : p("findingNone");
  return (
    <div className="mx-auto flex w-full max-w-page flex-col gap-6 px-4 py-8 sm:px-8 print:block print:p-0">
      <div className="no-print flex flex-wrap items-center gap-3">
        <LinkButton href={`/programmes/${id}`} icon="left">
          {t("back")}
        </LinkButton>
        <FeatureMessages namespaces={["papers"]}>
          <PrintButton />
        </FeatureMessages>
      </div>
      <article className="board-paper">
        <div className="board-paper-page">
          <header className="flex flex-col gap-2">
            <p className="text-sm text-muted">
              {t("kind")} · <span lang={programme.language}>{clip(programme.title, 110)}</span> ·{" "}
              {p(`status.${programme.status}`)}
            </p>
            <h1 className="text-xl">{finding}</h1>
            <ObjectRibbon kind="programme" id={id} />
          </header>
          <PaperAbout programme={programme} narrative={narrative} words={words} period={period} />
          <PaperNeeds needs={programme.needs} />
        </div>
        <div className="board-paper-page">
          <PaperDemand years={years} />
          <PaperFollowed programme={programme} />
          <p className="text-sm text-muted">
            {t("made", { at: formatDate(now, locale, { time: true }) })}{" "}
            {programme.lead.isDemonstration && t("demonstration")}
          </p>
        </div>
      </article>
    </div>
  );
}
