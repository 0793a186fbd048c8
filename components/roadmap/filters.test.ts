import { expect, test } from "vitest";
import { firstDayOf, lastDayOf } from "@/server/core/quarters";
import { procedureInput, readFilters, roadmapHref } from "./filters";

test("what an address asks comes back in the same address", () => {
  const asked = readFilters({
    q: " zee ",
    certainty: "idea",
    value: "100000",
    from: "2027-Q2",
    view: "table",
  });
  expect(roadmapHref(asked)).toBe("/roadmap?q=zee&certainty=idea&value=100000&from=2027-Q2&view=table");
  expect(readFilters(Object.fromEntries(new URLSearchParams(roadmapHref(asked).slice(9))))).toEqual(asked);
});

test("taking a filter off keeps the others and starts at the first page", () => {
  const asked = readFilters({ theme: "zorg", certainty: "idea", page: "3" });
  expect(roadmapHref(asked, { theme: undefined })).toBe("/roadmap?certainty=idea");
});

test("what is asked wrongly is not asked", () => {
  const asked = readFilters({
    theme: "'; drop",
    certainty: "zeker",
    value: "-1",
    from: "2027-05-01",
    page: "0",
    view: "pie",
  });
  expect(roadmapHref(asked)).toBe("/roadmap");
  expect(procedureInput(readFilters({ q: ["a", "b"] })).q).toBe("a");
});

test("a quarter is its first to its last day, also in a leap year", () => {
  expect([firstDayOf("2028-Q1"), lastDayOf("2028-Q1")]).toEqual(["2028-01-01", "2028-03-31"]);
  expect(lastDayOf("2027-Q2")).toBe("2027-06-30");
});
