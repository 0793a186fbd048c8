import fc from "fast-check";
import { expect, test } from "vitest";
import en from "@/messages/en/imports.json";
import nl from "@/messages/nl/imports.json";
import { joinLines } from "../ocds/columns";
import { centsIn, linesIn, periodIn, wordIn } from "./cells";

test.each([
  ["2027-Q2", "2027-04-01", "2027-06-30", "quarter"],
  ["Q2 2027", "2027-04-01", "2027-06-30", "quarter"],
  ["K2 2027", "2027-04-01", "2027-06-30", "quarter"],
  ["2e kwartaal 2027", "2027-04-01", "2027-06-30", "quarter"],
  ["4th quarter of 2027", "2027-10-01", "2027-12-31", "quarter"],
  ["2027", "2027-01-01", "2027-12-31", "quarter"],
  ["2027-02-28", "2027-02-28", "2027-02-28", "date"],
  ["2027-02-28T00:00:00Z", "2027-02-28", "2027-02-28", "date"],
  ["31-12-2027", "2027-12-31", "2027-12-31", "date"],
  ["1/3/2027", "2027-03-01", "2027-03-01", "date"],
])("the period %s is read", (cell, first, last, precision) => {
  expect(periodIn(cell)).toEqual({ first, last, precision });
});

test.each([
  ["31-02-2027", "imports.noSuchDay"],
  ["2027-13-01", "imports.noSuchDay"],
  ["volgend jaar", "imports.notAPeriod"],
  ["2027-Q5", "imports.notAPeriod"],
  ["45000", "imports.notAPeriod"],
])("the period %s is refused, with what is wrong", (cell, key) => {
  expect(() => periodIn(cell)).toThrow(key);
});

test.each([
  ["1200000", 120_000_000],
  ["1.200.000", 120_000_000],
  ["1,200,000", 120_000_000],
  ["1.200.000,50", 120_000_050],
  ["1,200,000.50", 120_000_050],
  ["€ 1.200,-", 120_000],
  ["1.200", 120_000],
  ["1,200", 120_000],
  ["1,2", 120],
  ["1.25", 125],
  ["€ 1,2 mln", 120_000_000],
  ["1.2m", 120_000_000],
  ["1,250 miljoen", 125_000_000],
  ["500k", 50_000_000],
  ["-5", -500],
  ["0", 0],
  ["1000.000001", 100_000],
])("the amount %s is read in cents", (cell, cents) => {
  expect(centsIn(cell)).toBe(cents);
});

test.each(["veel", "12 USD", "1-2", "1e9", "€"])("the amount %s is refused or nothing", (cell) => {
  if (cell === "€") expect(centsIn(cell)).toBeNull();
  else expect(() => centsIn(cell)).toThrow("imports.notAnAmount");
});

test("words of closed lists are read by code and as the screen calls them, in both languages", () => {
  expect(wordIn("certainty", "In conceptbegroting")).toBe("draft-budget");
  expect(wordIn("certainty", "draft budget")).toBe("draft-budget");
  expect(wordIn("visibility", "Openbaar")).toBe("public");
  expect(wordIn("procedure", "openbaar")).toBe("open");
  expect(wordIn("certainty", "")).toBeNull();
  expect(() => wordIn("certainty", "misschien")).toThrow("imports.unknownCertainty");
});

test("several entries in a cell stand under each other or between ; and |", () => {
  expect(linesIn("lassen\n meten ;; |rekenen")).toEqual(["lassen", "meten", "rekenen"]);
  expect(linesIn('"lassen; meten" ; rekenen')).toEqual(["lassen; meten", "rekenen"]);
  expect(linesIn('"open" of dicht; 3" buis; "los')).toEqual(['"open" of dicht', '3" buis', '"los']);
  expect(linesIn("")).toEqual([]);
});

test.each([en, nl])(
  "the example in the help of an entry with ; in it is read as that one entry",
  ({ file }) => {
    const [quoted = "", inside = ""] = /"(.+)"/.exec(file.help) ?? [];
    expect(inside).toContain(";");
    expect(linesIn(`lassen; ${quoted}; meten`)).toEqual(["lassen", inside, "meten"]);
    expect(linesIn(`lassen; ${inside}; meten`)).toHaveLength(4);
  },
);

test("entries that were written into a cell are read from it as they were", () => {
  const entry = fc.stringMatching(/^[a-z";|][a-z ";|]{0,8}$/).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      expect(linesIn(joinLines(entries))).toEqual(entries);
    }),
  );
});
