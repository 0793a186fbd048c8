import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { Looked } from "@/components/collaboration/looked";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { LinkButton } from "@/components/ui/button";
import { CertaintyMark } from "@/components/ui/certainty-mark";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoneyRange, formatQuarter, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { ViewSwitch } from "@/components/ui/view-switch";
import { CERTAINTIES } from "@/db/enums";
import type { News } from "@/server/collaboration/queries/looks";
import { TABLE_ROWS } from "@/server/roadmap/input";
import type { BoardView } from "@/server/roadmap/queries/board";
import type { Place } from "@/server/roadmap/queries/places";
import type { TableView } from "@/server/roadmap/queries/table";
import type { RoadmapView } from "@/server/roadmap/queries/timeline";
import type { OwnViews } from "@/server/views/queries";
import { ExportMenu } from "../exports/export-menu";
import { sureness } from "../needs/certainty";
import { ViewMenu } from "../views/view-menu";
import { Board } from "./board";
import { FilterChips } from "./filter-chips";
import { FilterForm, type Words } from "./filter-form";
import { type Asked, roadmapHref, VIEWS } from "./filters";
import { LensSwitch } from "./lens-switch";
import { Places } from "./places";
import { busiestQuarter } from "./sums";
import { RoadmapTable } from "./table/roadmap-table";
import { Timeline } from "./timeline";

/** What the public sector is going to need, over quarters: the same needs as a timeline and as a table. */
export async function RoadmapPage({
  roadmap,
  asked,
  words,
  board,
  places,
  table,
  news,
  views,
}: {
  roadmap: RoadmapView;
  asked: Asked;
  words: Words;
  /** Read when they are looked at. */
  board: BoardView | null;
  places: Place[] | null;
  table: TableView | null;
  /** What others changed since the reader last looked; null for a visitor. */
  news: News | null;
  /** The reader's own; null for a visitor. */
  views: OwnViews | null;
}) {
  const [t, n] = await Promise.all([getTranslations("roadmap"), getTranslations("needs")]);
  const { needs } = roadmap.totals;
  const isEmpty = table ? needs === 0 : roadmap.lanes.length === 0 && roadmap.loose.length === 0;
  const pages = table ? Math.max(1, Math.ceil(needs / TABLE_ROWS)) : board || places ? 1 : roadmap.pages;
  return (
    <Page>
      <Live topics={["need", "programme"]} />
      {news && <Looked at="roadmap" seq={news.head} />}
      <PageHeader
        kind={t("title")}
        title={await finding(roadmap)}
        finding={
          isEmpty ? undefined : t("about", { programmes: roadmap.laneCount, loose: roadmap.looseCount })
        }
        actions={
          (roadmap.mayPost || roadmap.mayBundle) && (
            <>
              {roadmap.mayPost && (
                <LinkButton href="/needs/new" variant="primary" icon="plus">
                  {t("post")}
                </LinkButton>
              )}
              {roadmap.mayPost && (
                <LinkButton href="/needs/import" icon="file">
                  {t("import")}
                </LinkButton>
              )}
              {roadmap.mayBundle && (
                <LinkButton href="/programmes/new" icon="plus">
                  {t("bundle")}
                </LinkButton>
              )}
              {roadmap.mayBundle && (
                <LinkButton href="/programmes/suggestions">{t("suggestions")}</LinkButton>
              )}
            </>
          )
        }
      />
      <LensSwitch asked={asked} own={roadmap.ownLens} />
      <div className="flex flex-col gap-4">
        <div className="no-print">
          <FilterForm asked={asked} words={words} from={roadmap.from} />
        </div>
        <FilterChips asked={asked} words={words} />
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <ul aria-label={t("legend")} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {[...CERTAINTIES].reverse().map((certainty) => (
            <li key={certainty}>
              <CertaintyMark sureness={sureness[certainty]} word={n(`certainty.${certainty}`)} />
            </li>
          ))}
        </ul>
        <div className="no-print flex flex-wrap items-end gap-x-6 gap-y-2">
          {views && <ViewMenu own={views} asked={asked} />}
          <ExportMenu asked={asked} />
          <ViewSwitch
            label={t("view.label")}
            views={VIEWS.map((view) => ({
              href: roadmapHref(asked, { view }),
              text: t(`view.${view}`),
              current: asked.view === view,
            }))}
          />
        </div>
      </div>
      {isEmpty ? (
        <EmptyState title={t("none")} action={<Link href="/roadmap">{t("clear")}</Link>}>
          {t("noneHelp")}
        </EmptyState>
      ) : (
        <View {...{ roadmap, asked, words, board, places, table, news }} />
      )}
      <Pagination
        label={t("pages.label")}
        page={asked.page}
        pages={pages}
        hrefOf={(page) => roadmapHref(asked, { page })}
        words={{
          previous: t("pages.previous"),
          next: t("pages.next"),
          position: t("pages.position", { page: asked.page, pages }),
        }}
      />
    </Page>
  );
}

function View({
  roadmap,
  asked,
  words,
  board,
  places,
  table,
  news,
}: Omit<ComponentProps<typeof RoadmapPage>, "views">) {
  const changed = new Set(news?.changed.map((topic) => topic.slice("need:".length)));
  if (board) return <Board {...{ board, asked, changed }} />;
  if (places) return <Places {...{ places, changed }} />;
  if (table) return <RoadmapTable {...{ table, totals: roadmap.totals, asked, words, changed }} />;
  return <Timeline {...{ roadmap, asked, changed }} />;
}

async function finding({ totals, quarters }: RoadmapView): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("roadmap"), getLocale() as Promise<Locale>]);
  const busiest = busiestQuarter(quarters);
  if (!busiest) return t("findingNone");
  return t("finding", {
    needs: totals.needs,
    buyers: totals.buyers,
    value: formatMoneyRange(totals.valueMinCents, totals.valueMaxCents, locale),
    quarter: formatQuarter(busiest.quarter, locale),
  });
}
