import { useTranslations } from "next-intl";
import { formatMoney, formatQuarter, type Locale } from "@/components/ui/format";
import type { RoadmapView } from "./roadmap-page";
import { middleOf } from "./sums";

type Props = Pick<RoadmapView, "columns" | "quarters"> & { locale: Locale };

/** Under the timeline: what all needs that fit the filters count for, in the quarter their window starts. */
export function QuarterSums({ columns, quarters, locale }: Props) {
  const t = useTranslations("roadmap");
  const most = Math.max(1, ...quarters.map(middleOf));
  return (
    <section className="border-t border-edge bg-paper pt-1 sm:sticky sm:bottom-0">
      <h3 className="sticky start-0 w-fit text-sm font-bold">{t("sums.title")}</h3>
      <ol className="timeline-row">
        {columns.map((column) => {
          const sum = quarters.find(({ quarter }) => quarter === column);
          const height = sum ? Math.max(0.125, (middleOf(sum) / most) * 2) : 0;
          return (
            <li key={column} className="flex flex-col justify-end px-1 text-sm">
              <span
                aria-hidden="true"
                className="bg-drawn"
                style={{ blockSize: `${height.toFixed(3)}rem` }}
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
