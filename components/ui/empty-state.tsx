import type { ReactNode } from "react";

export type EmptyStateProps = {
  /** What is so, as a good state if it is one: "Nothing waits for you". */
  title: ReactNode;
  children?: ReactNode;
  /** The one thing to do next, if there is one. */
  action?: ReactNode;
};

/** A place where nothing is yet, and what would fill it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 border-y border-line py-8">
      <svg viewBox="0 0 64 12" aria-hidden="true" className="mb-1 h-3 w-16 text-edge">
        <path d="M0 6H24M40 6H64" stroke="currentColor" strokeWidth="1.5" />
        <circle cx="32" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <p className="text-lg font-bold">{title}</p>
      {children && <div className="max-w-measure text-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
