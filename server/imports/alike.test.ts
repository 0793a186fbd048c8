import { expect, test } from "vitest";
import { TitledNeeds } from "./alike";

const [windowStart, windowEnd] = ["2027-01-01", "2027-12-31"];
const titled = (titles: string[], more: object = {}) => {
  const needs = new TitledNeeds();
  for (const title of titles) needs.add({ id: title, title, windowStart, windowEnd, ...more });
  return needs;
};
const row = (title: string, more: object = {}) => ({ title, windowStart, windowEnd, ...more });
const numbered = (count: number, name: (number: string) => string) =>
  Array.from({ length: count }, (_, index) => name(String(index).padStart(5, "0")));

test("among 2,000 titles that differ in a number alone, the one with the row's number is found", () => {
  const needs = titled(numbered(2_000, (number) => `Onderhoud van brug ${number} in de haven`));
  for (const number of ["00000", "00017", "01234", "01999"])
    expect(needs.mostLike(row(`Onderhoud brug ${number} in de haven`))).toBe(
      `Onderhoud van brug ${number} in de haven`,
    );
});

test("the same title is found whatever the others are called, and whatever its capitals and signs", () => {
  const words = ["brug", "haven", "sluis", "kade", "dijk", "weg", "kanaal", "gemaal"];
  const orders = words.reduce<string[][]>(
    (all, word) =>
      all.flatMap((one) => one.map((_, at) => one.toSpliced(at, 0, word)).concat([[...one, word]])),
    [[]],
  );
  const titles = orders.map((order) => order.join(" "));
  expect(titles).toHaveLength(40_320);
  const needs = titled(titles);
  for (const title of [titles[0]!, titles[20_000]!, titles.at(-1)!])
    expect(needs.mostLike(row(title.toUpperCase().replaceAll(" ", ", ")))).toBe(title);
});

test("of needs with one title the one whose window overlaps is found, also behind thousands whose window does not", () => {
  const needs = titled(Array(5_000).fill("Onderhoud van bruggen"), {
    windowStart: "2020-01-01",
    windowEnd: "2020-12-31",
  });
  expect(needs.mostLike(row("Onderhoud van bruggen"))).toBeNull();
  needs.add({ id: "later", title: "Onderhoud van bruggen", windowStart, windowEnd: null });
  expect(needs.mostLike(row("Onderhoud van bruggen"))).toBe("later");
  expect(needs.mostLike(row("Onderhoud van de bruggen"))).toBe("later");
});

test("a title that shares too little is not alike, nor is one without words", () => {
  const needs = titled(["Bruggen meten", "Sluizen meten", "!!!"]);
  expect(needs.mostLike(row("Kades meten"))).toBeNull();
  expect(needs.mostLike(row("?????"))).toBeNull();
  expect(new TitledNeeds().mostLike(row("Kades meten"))).toBeNull();
});
