import { toLocalInput } from "@/components/ui/local-time";

const DAY = 86_400_000;

/** Whole days from now to a deadline by the calendar of Amsterdam: 0 today, 1 tomorrow, negative when it has passed. */
export function daysLeft(deadline: Date, now: Date): number {
  return Math.round((startOf(deadline) - startOf(now)) / DAY);
}

const startOf = (moment: Date) => Date.parse(`${toLocalInput(moment).slice(0, 10)}T00:00:00Z`);
