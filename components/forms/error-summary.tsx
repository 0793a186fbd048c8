import type { Ref } from "react";

export type ErrorEntry = { field: string; text: string };

/** What is wrong, each line a link to its field; takes the focus when it appears. A field's control has its name as id. */
export function ErrorSummary({
  ref,
  title,
  entries,
}: {
  ref: Ref<HTMLDivElement>;
  title: string;
  entries: ErrorEntry[];
}) {
  if (entries.length === 0) return <div ref={ref} tabIndex={-1} />;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      className="border-s-4 border-negative-line bg-negative-subtle px-4 py-3"
    >
      <p className="font-bold text-negative">{title}</p>
      <ul className="mt-2 list-disc ps-5">
        {entries.map(({ field, text }) => (
          <li key={field}>
            <a className="text-link" href={`#${field}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
