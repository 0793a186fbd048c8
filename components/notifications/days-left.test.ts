import { expect, test } from "vitest";
import { daysLeft } from "./days-left";

test.each([
  ["2026-11-24T22:59:00Z", "2026-11-24T10:00:00Z", 0],
  ["2026-11-24T23:00:00Z", "2026-11-24T22:59:00Z", 1],
  ["2026-11-23T10:00:00Z", "2026-11-24T10:00:00Z", -1],
  // Across the end of summer time, whose days have 25 hours.
  ["2026-10-26T00:00:00Z", "2026-10-24T00:00:00Z", 2],
  ["2027-07-01T00:00:00Z", "2026-11-24T10:00:00Z", 219],
])("%s, seen at %s: %i days", (deadline, now, days) => {
  expect(daysLeft(new Date(deadline), new Date(now))).toBe(days);
});
