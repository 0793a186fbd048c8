import { formatQuarter, type Locale } from "@/components/ui/format";

export type SumsOfQuarters = {
  title: string;
  /** By column; null where nothing starts. The height is a share of one. */
  sums: ({ value: string; needs: string; height: number } | null)[];
};

const HIGHEST_REM = 2;
const LOWEST_REM = 0.125;

/** Under the timeline: what all needs that fit the filters count for, in the quarter their window starts. */
export function QuarterSums(props: { columns: string[]; sums: SumsOfQuarters; locale: Locale }) {
  const { columns, locale } = props;
  const { title, sums } = props.sums;
  return (
    <section className="border-t border-edge bg-paper pt-1 sm:sticky sm:bottom-0">
      <h3 className="sticky start-0 w-fit text-sm font-bold">{title}</h3>
      <ol className="timeline-row">
        {columns.map((column, index) => {
          const sum = sums[index];
          const height = sum ? Math.max(LOWEST_REM, sum.height * HIGHEST_REM) : 0;
          return (
            <li key={column} className="flex flex-col justify-end px-1 text-sm">
              <span className="bg-drawn" style={{ blockSize: `${height.toFixed(3)}rem` }} />
              <span className="sr-only">{`${formatQuarter(column, locale)}: `}</span>
              {sum ? (
                <>
                  <span className="font-bold tabular-nums">{sum.value}</span>
                  <span className="text-muted">{sum.needs}</span>
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
