import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHALLENGE_STATES } from "@/db/enums";
import { challengeLifecycle, missingForProposal, phaseOf, weightsAddUp } from "./lifecycle";

const answer = { how: "x", forWhom: "y", measuredBy: "z" };
const complete = {
  description: "What is asked",
  needId: "n",
  programmeId: null,
  theme: "health",
  ecosystem: "care",
  elements: ["demand"],
  missionTest: { safe: answer, better: answer, just: answer },
  parties: ["one", "two"],
  criteria: [
    { key: "a", name: "Impact", weight: 60 },
    { key: "b", name: "Price", weight: 40 },
  ],
  deadline: "2027-01-01T12:00:00.000Z",
};
const fieldsMissing = (change: Partial<Parameters<typeof missingForProposal>[0]>) =>
  missingForProposal({ ...complete, ...change }).map(({ field }) => field);

describe("a challenge can be proposed", () => {
  test("when it says all that is asked, for a need or for a programme", () => {
    expect(fieldsMissing({})).toEqual([]);
    expect(fieldsMissing({ needId: null, programmeId: "p" })).toEqual([]);
  });

  test("and not while anything is missing; each is named", () => {
    expect(fieldsMissing({ needId: null })).toEqual(["needId"]);
    expect(fieldsMissing({ description: " " })).toEqual(["description"]);
    expect(fieldsMissing({ theme: null, ecosystem: null, elements: [] })).toEqual([
      "theme",
      "ecosystem",
      "elements",
    ]);
    expect(fieldsMissing({ deadline: null })).toEqual(["deadline"]);
    expect(fieldsMissing({ missionTest: { safe: answer, better: answer } })).toEqual([
      "missionTest.just.how",
      "missionTest.just.forWhom",
      "missionTest.just.measuredBy",
    ]);
  });

  test("by at least two parties: the same party twice is one", () => {
    expect(fieldsMissing({ parties: ["one", "one"] })).toEqual(["parties"]);
  });
});

describe("weights", () => {
  test("make 100 together, each for a criterion of its own", () => {
    expect(weightsAddUp(complete.criteria)).toBe(true);
    expect(weightsAddUp([])).toBe(false);
    expect(weightsAddUp([{ key: "a", name: "Impact", weight: 99 }])).toBe(false);
    expect(weightsAddUp(complete.criteria.map((one) => ({ ...one, key: "a" })))).toBe(false);
  });

  test("that are any split of 100 are right, and one point more or less is not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 98 }), fc.constantFrom(-1, 0, 1), (weight, off) => {
        const criteria = [
          { key: "a", name: "Impact", weight },
          { key: "b", name: "Price", weight: 100 - weight + off },
        ];
        expect(weightsAddUp(criteria)).toBe(off === 0);
      }),
    );
  });
});

test("only an open challenge closes by its deadline", () => {
  for (const status of CHALLENGE_STATES) {
    expect(phaseOf(status, false)).toBe(status);
    expect(phaseOf(status, true)).toBe(status === "open" ? "closed" : status);
  }
});

test("nothing leads out of decided or cancelled, and nothing is open without being accepted first", () => {
  const { transitions } = challengeLifecycle;
  expect([transitions.decided, transitions.cancelled]).toEqual([{}, {}]);
  const towards = (state: string) =>
    CHALLENGE_STATES.filter((from) => Object.values(transitions[from]).includes(state as never));
  expect(towards("open")).toEqual(["accepted"]);
  expect(towards("under-review")).toEqual(["open"]);
  expect(towards("decided")).toEqual(["under-review"]);
});
