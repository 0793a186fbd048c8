import { getLocale, getTranslations } from "next-intl/server";
import { CertaintyMark } from "@/components/ui/certainty-mark";
import { formatMoneyRange, formatNumber, type Locale } from "@/components/ui/format";
import { localPath } from "@/components/ui/local-path";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { RoadmapNeed } from "@/server/roadmap/queries/needs";
import type { Lane, RoadmapView } from "@/server/roadmap/queries/timeline";
import { sureness } from "../needs/certainty";
import { windowText } from "../needs/window-text";
import { langOf } from "./lang-of";

/** The needs of the timeline as rows: those of a programme together, then those in none. */
export async function RoadmapTable({
  roadmap: { lanes, loose },
  changed,
}: {
  roadmap: RoadmapView;
  changed: ReadonlySet<string>;
}) {
  const [t, n, locale] = await Promise.all([
    getTranslations("roadmap"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const link = (href: string, named: Lane | RoadmapNeed) => (
    <a className="text-link" href={localPath(href, locale)} lang={langOf(named, locale)}>
      {named.title}
    </a>
  );
  const rowOf = (need: RoadmapNeed, lane: Lane | null) => (
    <tr key={`${lane?.id}${need.id}`}>
      <RowHead>
        {link(`/needs/${need.id}`, need)}
        {changed.has(need.id) && <strong className="changed-mark">{` ${t("changed")}`}</strong>}
      </RowHead>
      <Cell>{need.buyer}</Cell>
      <Cell>{lane ? link(`/programmes/${lane.id}`, lane) : t("table.none")}</Cell>
      <Cell>{windowText(need, locale)}</Cell>
      <Cell numeric>{formatMoneyRange(need.valueMinCents, need.valueMaxCents, locale)}</Cell>
      <Cell>
        <CertaintyMark sureness={sureness[need.certainty]} word={n(`certainty.${need.certainty}`)} />
      </Cell>
    </tr>
  );
  return (
    <Table caption={t("table.caption")} captionHidden>
      <thead>
        <tr>
          <HeadCell>{t("table.need")}</HeadCell>
          <HeadCell>{t("table.buyer")}</HeadCell>
          <HeadCell>{t("table.programme")}</HeadCell>
          <HeadCell>{t("table.window")}</HeadCell>
          <HeadCell numeric>{t("table.value")}</HeadCell>
          <HeadCell>{t("table.certainty")}</HeadCell>
        </tr>
      </thead>
      {lanes.map((lane) => (
        <tbody key={lane.id}>
          {lane.shown.map((need) => rowOf(need, lane))}
          {lane.needs > lane.shown.length || lane.needs === 0 ? (
            <tr>
              <RowHead>{link(`/programmes/${lane.id}`, lane)}</RowHead>
              <Cell colSpan={5} className="text-muted">
                {lane.needs === 0
                  ? t("lane.empty")
                  : t("lane.more", { count: formatNumber(lane.needs - lane.shown.length, locale) })}
              </Cell>
            </tr>
          ) : null}
        </tbody>
      ))}
      <tbody>{loose.map((need) => rowOf(need, null))}</tbody>
    </Table>
  );
}
