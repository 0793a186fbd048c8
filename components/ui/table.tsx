import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes";

export type TableProps = {
  /** What the table shows, in words. */
  caption: ReactNode;
  /** Read out, but not shown, where the heading above already says it. */
  captionHidden?: boolean;
  children: ReactNode;
  className?: string;
};

/** A table that scrolls by itself, with head and first column in sight; the scroll region can be reached by keyboard. */
export function Table({ caption, captionHidden, children, className }: TableProps) {
  const captionId = useId();
  return (
    <section className="scroll-region table-region" tabIndex={0} aria-labelledby={captionId}>
      <table className={classes("table", className)}>
        <caption id={captionId} className={captionHidden ? "sr-only" : "pb-2 text-start text-sm text-muted"}>
          <span className="caption-in-sight">{caption}</span>
        </caption>
        {children}
      </table>
    </section>
  );
}

type CellProps = ComponentProps<"td"> & { numeric?: boolean };

export function HeadCell({ numeric, className, ...rest }: ComponentProps<"th"> & { numeric?: boolean }) {
  return <th scope="col" {...rest} className={classes("table-head", numeric && "text-end", className)} />;
}

/** The first cell of a row: it names the row. */
export function RowHead({ className, ...rest }: ComponentProps<"th">) {
  return <th scope="row" {...rest} className={classes("table-row-head", className)} />;
}

export function Cell({ numeric, className, ...rest }: CellProps) {
  return <td {...rest} className={classes("table-cell", numeric && "text-end tabular-nums", className)} />;
}
