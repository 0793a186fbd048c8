import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Link } from "./link";

export type ChipProps = {
  /** Where the list is without this filter. */
  href: string;
  children: ReactNode;
  /** "Remove filter": heard before the filter's text. */
  removeLabel: string;
};

/** A filter that is on; following it takes it off. */
export function Chip({ href, children, removeLabel }: ChipProps) {
  return (
    <Link
      href={href}
      plain
      replace
      scroll={false}
      className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-action-line bg-action-subtle px-3 text-sm text-action hover:bg-selected hover:no-underline"
    >
      <span className="sr-only">{removeLabel}: </span>
      <span className="truncate">{children}</span>
      <Icon name="cross" className="size-3.5" />
    </Link>
  );
}

/** The chips of a list on one line that wraps. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, these are links
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-2">
      {children}
    </div>
  );
}
