import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icon";
import { Link, type LinkProps } from "./link";

export type ButtonVariant = "primary" | "secondary" | "subtle" | "danger";

type Look = {
  variant?: ButtonVariant;
  /** For rows and chips; still 32 px high. */
  small?: boolean;
  icon?: IconName;
};

export type ButtonProps = Look &
  Omit<ComponentProps<"button">, "disabled"> & {
    /** Why it cannot be done now, and who can: the button stays focusable, is announced as unavailable and tells it. */
    why?: ReactNode;
    /** Being carried out: a second press does nothing. */
    busy?: boolean;
    children: ReactNode;
  };

/** A button; unavailable is said with `why`, never with a dead button. */
export function Button({
  why,
  busy,
  variant,
  small,
  icon,
  id,
  type,
  className,
  children,
  ...rest
}: ButtonProps) {
  const refused = why !== undefined && why !== null && why !== false;
  if (!refused) {
    return (
      <button
        id={id}
        {...rest}
        type={busy ? "button" : (type ?? "button")}
        aria-busy={busy || undefined}
        aria-disabled={busy || undefined}
        className={look({ variant, small, className })}
      >
        {icon && <Icon name={icon} />}
        {children}
      </button>
    );
  }
  return <RefusedButton {...{ why, variant, small, icon, id, className, children }} />;
}

/** A link that looks like a button: for going somewhere, not for doing something. */
export function LinkButton({ variant, small, icon, className, children, ...rest }: Look & LinkProps) {
  return (
    <Link {...rest} plain className={look({ variant, small, className })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

function RefusedButton({ why, id, icon, children, ...appearance }: Look & ButtonProps) {
  const reasonId = useId();
  return (
    <span className="no-print inline-flex max-w-measure flex-col items-start gap-1">
      <button
        type="button"
        id={id}
        aria-disabled="true"
        aria-describedby={reasonId}
        className={look(appearance, true)}
      >
        {icon && <Icon name={icon} />}
        {children}
      </button>
      <span id={reasonId} className="flex items-start gap-1.5 text-sm text-muted">
        <Icon name="lock" className="mt-0.5" />
        <span>{why}</span>
      </span>
    </span>
  );
}

function look(
  { variant = "secondary", small, className }: Look & { className?: string },
  refused = false,
): string {
  return classes(
    "nl-button",
    small && "nl-button--small",
    refused ? "nl-button--refused" : `nl-button--${variant}`,
    className,
  );
}
