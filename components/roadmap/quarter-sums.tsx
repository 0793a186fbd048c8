export type SumsOfTime = {
  title: string;
  /** By quarter, or by year of so many columns. The height is a share of one; nothing starts where there is no value. */
  sums: { period: string; span: number; value?: string; needs?: string; height: number }[];
};

const HIGHEST_REM = 2;
const LOWEST_REM = 0.125;

/** Under the timeline: what all needs that fit the filters count for, in the period their window starts. */
export function QuarterSums({ sums: { title, sums } }: { sums: SumsOfTime }) {
  return (
    <section className="border-t border-edge bg-paper pt-1 sm:sticky sm:bottom-0">
      <h3 className="sticky start-0 w-fit text-sm font-bold">{title}</h3>
      <ol className="timeline-row">
        {sums.map(({ period, span, value, needs, height }) => (
          <li
            key={period}
            className="flex flex-col justify-end px-1 text-sm"
            style={span > 1 ? { gridColumn: `span ${span}` } : undefined}
          >
            {value && (
              <span
                className="bg-drawn"
                style={{ blockSize: `${Math.max(LOWEST_REM, height * HIGHEST_REM).toFixed(3)}rem` }}
              />
            )}
            <span className="sr-only">{`${period}: `}</span>
            {value ? (
              <>
                <span className="font-bold tabular-nums">{value}</span>
                <span className="text-muted">{needs}</span>
              </>
            ) : (
              <span className="text-muted">–</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
