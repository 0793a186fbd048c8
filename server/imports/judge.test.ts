import { expect, test } from "vitest";
import { region } from "../regions/region";
import { guessMapping } from "./input";
import { judgeOf } from "./judge";

const theme = region().region.missionThemes[0]!;
const columns = [
  "Kenmerk",
  "Titel",
  "Begin",
  "Einde",
  "Laagste waarde",
  "Hoogste waarde",
  "Zekerheid",
  "Missiethema",
  "CPV-code",
  "Inkoper",
];
const mapping = guessMapping(columns, {});
const judge = judgeOf({ columns, mapping, language: "nl", buyerName: "Gemeente Zeeland" });
const right = [
  "A-1",
  "Sensoren voor bruggen",
  "K1 2027",
  "K3 2027",
  "1.000",
  "2.000",
  "begroot",
  theme.name.nl,
  "44212100-0",
  "",
];
const row = (change: Record<string, string>) =>
  judge(columns.map((name, index) => change[name] ?? right[index]!));
const issuesOf = (change: Record<string, string>) => row(change).issues.map(({ field, key }) => [field, key]);

test("columns are known by their Dutch and English names, and as they were chosen last time", () => {
  expect(mapping).toMatchObject({
    reference: "Kenmerk",
    window_start: "Begin",
    value_max: "Hoogste waarde",
    theme: "Missiethema",
  });
  expect(guessMapping(["Value min", "start date", "X"], {})).toEqual({
    value_min: "Value min",
    window_start: "start date",
  });
  expect(guessMapping(["X", "title"], { title: "X" })).toEqual({ title: "X" });
  expect(guessMapping(["title"], { title: "gone" })).toEqual({ title: "title" });
});

test("a row that is right is the need that the form would send", () => {
  expect(row({}).need).toMatchObject({
    reference: "A-1",
    windowStart: "2027-01-01",
    windowEnd: "2027-09-30",
    windowPrecision: "quarter",
    valueMinCents: 100_000,
    certainty: "budgeted",
    theme: theme.slug,
    cpv: "44212100",
    visibility: "organisation",
  });
});

test("what is wrong is said at its field, all of it, each once", () => {
  expect(issuesOf({ Titel: "x" })).toEqual([["title", "forms.wrong.tooShort"]]);
  expect(issuesOf({ Begin: "31-02-2027" })).toEqual([["window_start", "imports.noSuchDay"]]);
  expect(issuesOf({ Begin: "K4 2027" })).toEqual([["window_end", "needs.endsBeforeStart"]]);
  expect(issuesOf({ "Laagste waarde": "3000" })).toEqual([["value_max", "needs.belowMinimum"]]);
  expect(issuesOf({ "Laagste waarde": "-1" })).toEqual([["value_min", "forms.wrong.tooLow"]]);
  expect(issuesOf({ Missiethema: "Ruimtevaart" })).toEqual([["theme", "needs.unknownTheme"]]);
  expect(
    issuesOf({ Missiethema: "Ruimtevaart", Begin: "K3 2031", Einde: "K1 2031" }).map(([field]) => field),
  ).toContain("theme");
  expect(issuesOf({ "CPV-code": "99999999" })).toEqual([["cpv", "needs.unknownCpv"]]);
  expect(issuesOf({ "CPV-code": "brug" })).toEqual([["cpv", "needs.cpvForm"]]);
  expect(issuesOf({ Inkoper: "Ander ministerie" })).toEqual([["buyer", "imports.otherBuyer"]]);
  expect(issuesOf({ Inkoper: "gemeente zeeland" })).toEqual([]);
  expect(issuesOf({ Titel: "", Zekerheid: "vast", Einde: "ooit" })).toEqual([
    ["window_end", "imports.notAPeriod"],
    ["certainty", "imports.unknownCertainty"],
    ["title", "forms.wrong.required"],
  ]);
});

test("one amount is both, one period is both, and a formula is a text", () => {
  expect(row({ "Hoogste waarde": "" }).need).toMatchObject({
    valueMinCents: 100_000,
    valueMaxCents: 100_000,
  });
  expect(row({ Einde: "" }).need).toMatchObject({ windowStart: "2027-01-01", windowEnd: "2027-03-31" });
  expect(row({ Titel: "=HYPERLINK(1)" }).need?.title).toBe("=HYPERLINK(1)");
});
