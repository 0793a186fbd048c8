import path from "node:path";
import { expect, test } from "vitest";
import { argumentsOf, messageProblems, readMessages } from "@/scripts/check-messages";

const root = path.resolve(import.meta.dirname, "../..");

test("both languages have every text, with the same arguments", () => {
  expect(messageProblems(readMessages(root, "nl"), readMessages(root, "en"))).toEqual([]);
});

test("a missing, extra or empty text and a differing argument are each found", () => {
  const problems = messageProblems(
    { needs: { title: "Titel", count: "{total} behoeften", old: "Oud", empty: "x" } },
    { needs: { title: "Title", count: "{number} needs", new: "New", empty: " " } },
  );
  expect(problems.map((problem) => problem.split(":")[0])).toEqual([
    "needs.old",
    "needs.new",
    "needs.count",
    "needs.empty",
  ]);
});

test("arguments are read inside branches too, and the words of branches are not arguments", () => {
  expect(
    argumentsOf("{n, plural, one {# need of {buyer}} other {needs}} on {at, date, long} <link>here</link>"),
  ).toBe("<link>, at (date), buyer, n (plural)");
});
