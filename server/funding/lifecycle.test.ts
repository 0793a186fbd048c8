import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applicationLifecycle, countParties, missingForSubmission, multiplierOf } from "./lifecycle";

const answer = { how: "Fewer falls", forWhom: "Older tenants", measuredBy: "Falls a year" };
const complete = {
  description: "Fit forty homes.",
  amountCents: 1,
  parties: ["A company", "A school"],
  missionTest: { safe: answer, better: answer, just: answer },
};
const missing = (given: object, minimumParties = 2) =>
  missingForSubmission({ ...complete, ...given }, { minimumParties }).map(({ field }) => field);

describe("an application is submitted when", () => {
  test("nothing is missing", () => {
    expect(missing({})).toEqual([]);
  });

  test.each([
    [{ description: " " }, "description"],
    [{ amountCents: null }, "amountCents"],
    [{ parties: ["A company"] }, "parties"],
    [{ parties: ["A company", " a COMPANY "] }, "parties"],
    [
      { missionTest: { safe: answer, better: answer, just: { ...answer, measuredBy: "" } } },
      "missionTest.just.measuredBy",
    ],
  ])("it lacks nothing such as %j", (given, field) => {
    expect(missing(given)).toEqual([field]);
  });

  test("it has the parties that the fund asks for", () => {
    expect(missing({}, 3)).toEqual(["parties"]);
  });
});

test("naming the same party again never makes more parties", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (parties) => {
      const again = parties.flatMap((name) => [name, ` ${name.toUpperCase()}`, name.toLowerCase()]);
      expect(countParties(again)).toBeLessThanOrEqual(
        countParties([...parties, ...parties.map((name) => name.toUpperCase())]),
      );
      expect(countParties(parties)).toBeLessThanOrEqual(parties.length);
    }),
  );
});

test("the multiplier is co-funding over the own amount; without an amount there is none", () => {
  expect(multiplierOf(10_000_000, 30_000_000)).toBe(3);
  expect(multiplierOf(10_000_000, null)).toBe(0);
  expect(multiplierOf(null, 30_000_000)).toBeNull();
});

test("nothing leads on from an awarded, refused or withdrawn application", () => {
  const { awarded, refused, withdrawn } = applicationLifecycle.transitions;
  expect([awarded, refused, withdrawn]).toEqual([{}, {}, {}]);
});
