export type SkeletonProps = {
  /** Said to who cannot see it: "The roadmap is being loaded". */
  label: string;
  lines?: number;
};

const widths = ["w-2/3", "w-full", "w-11/12", "w-3/4", "w-5/6"];

/** The place of text that is on its way. */
export function Skeleton({ label, lines = 4 }: SkeletonProps) {
  return (
    <div role="status" className="flex flex-col gap-3 py-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          aria-hidden="true"
          className={`h-4 animate-pulse rounded-sm bg-well motion-reduce:animate-none ${widths[line % widths.length]}`}
        />
      ))}
    </div>
  );
}
