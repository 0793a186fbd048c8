import type { ReactNode } from "react";

/** What is one key away: closed at first, without JavaScript. */
export function Disclosure({
  summary,
  children,
  open,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details open={open} className="group border-t border-line py-2">
      <summary className="flex items-center gap-2 font-bold">
        <span aria-hidden="true" className="inline-block transition-transform group-open:rotate-90">
          ›
        </span>
        {summary}
      </summary>
      <div className="pt-3 ps-4">{children}</div>
    </details>
  );
}
