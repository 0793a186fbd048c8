import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { RatingMark } from "@/components/ui/rating-mark";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Language } from "@/db/enums";
import type { getHeatmap } from "@/server/ecosystem/queries";

type Heatmap = Awaited<ReturnType<typeof getHeatmap>>;

/** Ten elements by ecosystem: word, drawing and colour; a weak cell that nobody works on says so. */
export function HeatmapTable({ heatmap }: { heatmap: Heatmap }) {
  const t = useTranslations("ecosystem");
  const locale = useLocale() as Language;
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <HeadCell>{t("element")}</HeadCell>
          {heatmap.ecosystems.map(({ slug, name }) => (
            <HeadCell key={slug} className="min-w-32">
              {name[locale]}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {heatmap.elements.map(({ slug: element, name }) => (
          <tr key={element}>
            <RowHead>{name[locale]}</RowHead>
            {heatmap.ecosystems.map(({ slug: ecosystem }) => {
              const cell = heatmap.cells.find(
                (one) => one.ecosystem === ecosystem && one.element === element,
              )!;
              return (
                <Cell key={ecosystem} className="p-1">
                  <Link plain href={`/ecosystem/${ecosystem}/${element}`} className="block">
                    <RatingMark
                      fill
                      level={cell.rating}
                      word={cell.canBeRated ? t(`level.${cell.rating}`) : t("notPerSector")}
                    />
                    {cell.rating === "weak" && cell.interventions === 0 && (
                      <span className="block px-1 pt-1 text-xs font-bold text-negative">{t("nobody")}</span>
                    )}
                    {cell.interventions > 0 && (
                      <span className="block px-1 pt-1 text-xs text-muted">
                        {t("working", { count: cell.interventions })}
                      </span>
                    )}
                  </Link>
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
