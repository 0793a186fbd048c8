import { expect, test } from "vitest";
import { firstDayOf, lastDayOf } from "@/server/core/quarters";
import { procedureInput, readFilters, roadmapHref, tableInput } from "./filters";
import { sortAfter } from "./table/asked";

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

test("order and columns stay in the address, and the usual ones are not said", () => {
  const asked = readFilters({ view: "table", sort: "-value", columns: "value,title,cpv", page: "3" });
  expect(roadmapHref(asked, { page: 3 })).toBe(
    "/roadmap?view=table&sort=-value&columns=title,value,cpv&page=3",
  );
  expect(tableInput(asked)).toMatchObject({ sort: "value", descending: true, page: 3, likely: false });
  const usual = readFilters({
    view: "table",
    sort: "window",
    columns: "title,buyer,programme,window,certainty,value",
  });
  expect(roadmapHref(usual)).toBe("/roadmap?view=table");
});

test("columns that a form repeats are read as those of an address, always with the title", () => {
  const { columns } = readFilters({ columns: ["likely", "buyer"] });
  expect(columns).toEqual(["title", "buyer", "likely"]);
});

test("another order starts at the first page; the head of the column in use turns it round", () => {
  const asked = readFilters({ page: "3" });
  expect(roadmapHref(asked, { sort: sortAfter(asked.sort, "value") })).toBe("/roadmap?sort=-value");
  expect(roadmapHref(asked, { sort: sortAfter(asked.sort, "buyer") })).toBe("/roadmap?sort=buyer");
  expect(roadmapHref(asked, { sort: sortAfter(asked.sort, "window") })).toBe("/roadmap?sort=-window");
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
    sort: "--value; drop",
    columns: "pie,constructor",
  });
  expect(roadmapHref(asked)).toBe("/roadmap");
  expect(procedureInput(readFilters({ q: ["a", "b"] })).q).toBe("a");
});

test("a quarter is its first to its last day, also in a leap year", () => {
  expect([firstDayOf("2028-Q1"), lastDayOf("2028-Q1")]).toEqual(["2028-01-01", "2028-03-31"]);
  expect(lastDayOf("2027-Q2")).toBe("2027-06-30");
});
