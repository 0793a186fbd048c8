import { expect, test } from "vitest";
import {
  missingForReview,
  missingForSubmission,
  missingForVerdict,
  missingWithoutSelection,
} from "./lifecycle";

const criteria = [{ key: "impact" }, { key: "price" }];
const score = (criterion: string, points: number | null, reason = "tried at home") => ({
  criterion,
  score: points,
  reason,
});
const fieldsOf = (missing: { field: string }[]) => missing.map(({ field }) => field);

test("a response needs a text and a price; a price of nothing is a price", () => {
  expect(fieldsOf(missingForSubmission({ body: " ", priceCents: null }))).toEqual(["body", "priceCents"]);
  expect(missingForSubmission({ body: "x", priceCents: 0 })).toEqual([]);
});

test("a review gives each criterion a reason, also where it does not apply, and scores at least one", () => {
  expect(missingForReview(criteria, [score("impact", 0), score("price", null)])).toEqual([]);
  expect(fieldsOf(missingForReview(criteria, [score("price", 3, " ")]))).toEqual([
    "scores.0.reason",
    "scores.1.reason",
  ]);
  expect(fieldsOf(missingForReview(criteria, [score("impact", null), score("price", null)]))).toEqual([
    "scores",
  ]);
});

test("a verdict has a reason per criterion and, where reviewers lie far apart, how they came to agree", () => {
  const reasons = { impact: "Helps most tenants.", price: "Clear per home." };
  const told = { reasons, consensus: "" };
  expect(missingForVerdict(criteria, told, { index: 0, isContested: false })).toEqual([]);
  expect(fieldsOf(missingForVerdict(criteria, told, { index: 2, isContested: true }))).toEqual([
    "verdicts.2.consensus",
  ]);
  const short = { reasons: { impact: "Good." }, consensus: "" };
  expect(fieldsOf(missingForVerdict(criteria, short, { index: 1, isContested: false }))).toEqual([
    "verdicts.1.reasons.impact",
    "verdicts.1.reasons.price",
  ]);
});

test("who selects nothing says why", () => {
  const none = [{ isSelected: false }, { isSelected: false }];
  expect(fieldsOf(missingWithoutSelection(none, "No."))).toEqual(["noneReason"]);
  expect(missingWithoutSelection(none, "None works without internet.")).toEqual([]);
  expect(missingWithoutSelection([...none, { isSelected: true }], "")).toEqual([]);
});
