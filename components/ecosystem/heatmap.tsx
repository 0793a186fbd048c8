import { useTranslations } from "next-intl";
import type { getHeatmap } from "@/server/ecosystem/queries";
import { RatingTable } from "./rating-table";

type Heatmap = Awaited<ReturnType<typeof getHeatmap>>;

/** The newest round, and on each cell who works on it; a weak cell that nobody works on says so. */
export function HeatmapTable({ heatmap }: { heatmap: Heatmap }) {
  const t = useTranslations("ecosystem");
  const noteOf = ({ rating, interventions }: Heatmap["cells"][number]) => {
    if (interventions > 0)
      return (
        <span className="block px-1 pt-1 text-xs text-muted">{t("working", { count: interventions })}</span>
      );
    if (rating === "weak")
      return <span className="block px-1 pt-1 text-xs font-bold text-negative">{t("nobody")}</span>;
    return null;
  };
  return (
    <RatingTable
      caption={t("caption")}
      ecosystems={heatmap.ecosystems}
      elements={heatmap.elements}
      cells={heatmap.cells.map((cell) => ({ ...cell, note: noteOf(cell) }))}
      hrefOf={({ ecosystem, element }) => `/ecosystem/${ecosystem}/${element}`}
    />
  );
}
