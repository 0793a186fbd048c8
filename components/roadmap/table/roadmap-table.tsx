import { getLocale, getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { MOVE_TEXTS } from "@/components/needs/move-texts";
import { formatMoneyRange, type Locale } from "@/components/ui/format";
import { CERTAINTIES, type Certainty } from "@/db/enums";
import { TABLE_SORTS } from "@/server/roadmap/input";
import type { TableView } from "@/server/roadmap/queries/table";
import type { RoadmapView } from "@/server/roadmap/queries/timeline";
import type { Words } from "../filter-form";
import { type Asked, roadmapHref } from "../filters";
import { sortAfter } from "./asked";
import { ColumnForm } from "./column-form";
import { type Head, NeedTable } from "./need-table";
import { rowsOf } from "./rows";

/** The needs of the roadmap as rows, in the order and with the columns that the address asks for. */
export async function RoadmapTable({
  table,
  totals,
  asked,
  words,
  changed,
}: {
  table: TableView;
  totals: RoadmapView["totals"];
  asked: Asked;
  words: Words;
  changed: ReadonlySet<string>;
}) {
  const [t, n, locale] = await Promise.all([
    getTranslations("roadmap"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const rows = rowsOf(table, asked.columns, changed, { locale, t, n, words });
  const heads = asked.columns.map((column): Head => {
    const by = TABLE_SORTS.find((sort) => sort === column);
    return {
      column,
      text: t(`table.head.${column}`),
      ...(by && { href: roadmapHref(asked, { sort: sortAfter(asked.sort, by) }) }),
      ...(by === asked.sort.by && { sorted: asked.sort.descending ? "descending" : "ascending" }),
    };
  });
  const hasOwn = rows.some(({ own }) => own);
  return (
    <div className="flex flex-col gap-2">
      <ColumnForm asked={asked} />
      <FeatureMessages
        namespaces={
          hasOwn ? ["roadmap.board.done", "roadmap.move", "roadmap.table.setCertainty", ...MOVE_TEXTS] : []
        }
      >
        <NeedTable
          locale={locale}
          heads={heads}
          rows={rows}
          foot={{
            title: t("table.total", { needs: totals.needs }),
            buyer: t("table.buyers", { buyers: totals.buyers }),
            value: formatMoneyRange(totals.valueMinCents, totals.valueMaxCents, locale),
          }}
          words={{
            caption: t("table.caption"),
            changed: t("changed"),
            none: t("table.none"),
            certainty: Object.fromEntries(CERTAINTIES.map((one) => [one, n(`certainty.${one}`)])) as Record<
              Certainty,
              string
            >,
            ...(table.mayChange && { setCertainty: t("table.setCertainty.verb") }),
            ...(table.mayMove && { move: t("table.move") }),
          }}
        />
      </FeatureMessages>
      <p className="no-print text-sm text-muted">{hasOwn ? t("table.helpOwn") : t("table.help")}</p>
    </div>
  );
}
