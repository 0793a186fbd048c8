import { getLocale, getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { formatMoneyRange, formatNumber, type Locale } from "@/components/ui/format";
import { ViewSwitch } from "@/components/ui/view-switch";
import { CERTAINTIES } from "@/db/enums";
import { BOARDS } from "@/server/roadmap/input";
import type { BoardColumn, BoardNeed, BoardView } from "@/server/roadmap/queries/board";
import { isCertainty, sureness } from "../needs/certainty";
import { windowText } from "../needs/window-text";
import { BoardColumns, type Card, type Column } from "./board-columns";
import { type Asked, roadmapHref } from "./filters";
import { langOf } from "./lang-of";

/** The needs of the roadmap as cards, in columns by certainty or by state. */
export async function Board({
  board,
  asked,
  changed,
}: {
  board: BoardView;
  asked: Asked;
  changed: ReadonlySet<string>;
}) {
  const [t, r, n, locale] = await Promise.all([
    getTranslations("roadmap.board"),
    getTranslations("roadmap"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const byCertainty = asked.by === "certainty";
  const moneyOf = ({
    valueMinCents,
    valueMaxCents,
  }: Partial<Pick<BoardNeed, "valueMinCents" | "valueMaxCents">>) =>
    valueMinCents === undefined || valueMaxCents === undefined
      ? undefined
      : formatMoneyRange(valueMinCents, valueMaxCents, locale);
  const cardOf = (need: BoardNeed): Card => ({
    id: need.id,
    title: need.title,
    lang: langOf(need, locale),
    found: need.found,
    facts: [
      need.buyer,
      windowText({ windowStart: need.windowStart ?? null, windowEnd: need.windowEnd ?? null }, locale),
      moneyOf(need),
    ]
      .filter(Boolean)
      .join(" · "),
    certainty: need.certainty,
    changed: changed.has(need.id) ? r("changed") : undefined,
    version: byCertainty && board.mayChange ? need.own?.version : undefined,
  });
  const columnOf = (column: BoardColumn): Column => ({
    key: column.key,
    title: isCertainty(column.key) ? n(`certainty.${column.key}`) : n(`status.${column.key}`),
    sureness: isCertainty(column.key) ? sureness[column.key] : undefined,
    sum: column.needs === 0 ? t("none") : t("sum", { needs: column.needs, value: moneyOf(column) ?? "" }),
    cards: column.shown.map(cardOf),
    more:
      column.needs > column.shown.length
        ? {
            text: t("more", { count: formatNumber(column.needs - column.shown.length, locale) }),
            href: roadmapHref(asked, {
              view: "table",
              ...(isCertainty(column.key) && { certainty: column.key }),
            }),
          }
        : undefined,
  });
  const columns = board.columns.map(columnOf);
  const mayMove = columns.some(({ cards }) => cards.some(({ version }) => version !== undefined));
  return (
    <div className="flex flex-col gap-4">
      <ViewSwitch
        label={t("by.label")}
        views={BOARDS.map((by) => ({
          href: roadmapHref(asked, { by }),
          text: t(`by.${by}`),
          current: asked.by === by,
        }))}
      />
      <FeatureMessages namespaces={["roadmap.board", "needs.certainty", "needs.errors"]}>
        <BoardColumns title={t("title")} columns={columns} certainties={[...CERTAINTIES].reverse()} />
      </FeatureMessages>
      {mayMove && <p className="text-sm text-muted">{t("help")}</p>}
    </div>
  );
}
