import { classes } from "./classes";

const paths = {
  check: "M4 10.5 8 14.5 16 5.5",
  cross: "M5 5 15 15M15 5 5 15",
  plus: "M10 4V16M4 10H16",
  minus: "M4 10H16",
  right: "M4 10H15.5M11 5.5 15.5 10 11 14.5",
  left: "M16 10H4.5M9 5.5 4.5 10 9 14.5",
  down: "M5 8 10 13 15 8",
  search: "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M13 13 17 17",
  inbox: "M3 11.5 5.5 4H14.5L17 11.5V16H3ZM3 11.5H7.5L8.5 13.5H11.5L12.5 11.5H17",
  person: "M10 3.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M4 17C4 13.5 6.5 12 10 12S16 13.5 16 17",
  lines: "M3 5H17M3 10H17M3 15H17",
  clock: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14M10 6V10.2L13 12",
  lock: "M4.5 9H15.5V17H4.5ZM7 9V6.5a3 3 0 0 1 6 0V9",
  alert: "M10 3 18 16.5H2ZM10 8V12M10 14V14.6",
  info: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14M10 9V14M10 6V6.7",
  outside: "M8 4H4V16H16V12M11 3.5H16.5V9M16 4 9 11",
  file: "M5 3H11.5L15 6.5V17H5ZM11 3V7H15",
  pencil: "M4 16 4.8 12.6 13.4 4 16 6.6 7.4 15.2ZM11.5 6 14 8.5",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing in the colour of the text; `label` only when no word stands beside it. */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  const naming = label ? { role: "img", "aria-label": label } : { "aria-hidden": true as const };
  return (
    <svg
      viewBox="0 0 20 20"
      className={classes("inline-block size-[1.15em] flex-none", className)}
      {...naming}
    >
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
