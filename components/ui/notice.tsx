import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icon";

export type NoticeKind = "info" | "attention" | "error" | "success";

const looks: Record<NoticeKind, { icon: IconName; frame: string; text: string }> = {
  info: { icon: "info", frame: "border-action-line bg-action-subtle", text: "text-action" },
  attention: { icon: "alert", frame: "border-attention-line bg-attention-subtle", text: "text-attention" },
  error: { icon: "alert", frame: "border-negative-line bg-negative-subtle", text: "text-negative" },
  success: { icon: "check", frame: "border-positive-line bg-positive-subtle", text: "text-positive" },
};

export type NoticeProps = {
  kind?: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons or links: what to do now. */
  actions?: ReactNode;
  /** Announce when it appears: errors at once, the rest when the reader pauses. Off for text that was there all along. */
  live?: boolean;
  className?: string;
};

/** What happened, what is kept, what to do. */
export function Notice({ kind = "info", title, children, actions, live, className }: NoticeProps) {
  const { icon, frame, text } = looks[kind];
  const role = live ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div role={role} className={classes("flex gap-3 border-s-4 px-4 py-3", frame, className)}>
      <Icon name={icon} className={classes("mt-0.5", text)} />
      <div className="flex min-w-0 flex-col gap-2">
        {title && <p className={classes("font-bold", text)}>{title}</p>}
        {children && <div className="flex max-w-measure flex-col gap-2">{children}</div>}
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
