import fc from "fast-check";
import { expect, test } from "vitest";
import { createNeedInput } from "./input";
import { missingForPublication, needLifecycle } from "./lifecycle";

const complete = {
  windowStart: "2027-01-01",
  windowEnd: "2027-03-31",
  valueMinCents: 0,
  valueMaxCents: 100,
  theme: "zorg",
  cpv: null,
  visibility: "public",
  invitedCount: 0,
};

test("a complete need misses nothing; a value of nothing is a value", () => {
  expect(missingForPublication(complete)).toEqual([]);
});

test("each field that is needed is named when it is missing", () => {
  const fields = ["windowStart", "windowEnd", "valueMinCents", "valueMaxCents", "theme"] as const;
  fc.assert(
    fc.property(fc.subarray([...fields]), (empty) => {
      const need = { ...complete, ...Object.fromEntries(empty.map((field) => [field, null])) };
      expect(missingForPublication(need).map(({ field }) => field)).toEqual(empty);
    }),
  );
});

test("a theme or a code says what a need is about: one of both is enough", () => {
  const byCode = { ...complete, theme: null, cpv: "44212100" };
  expect(missingForPublication(byCode)).toEqual([]);
  expect(missingForPublication({ ...byCode, theme: "zorg" })).toEqual([]);
  expect(missingForPublication({ ...byCode, cpv: null })).toEqual([
    { field: "theme", key: "needs.missing.theme" },
  ]);
});

test("a need for invited organisations misses an invitation", () => {
  const need = { ...complete, visibility: "invited" };
  expect(missingForPublication(need)).toEqual([{ field: "invited", key: "needs.missing.invited" }]);
  expect(missingForPublication({ ...need, invitedCount: 1 })).toEqual([]);
});

test("what is fulfilled or withdrawn does not change any more", () => {
  expect(needLifecycle.transitions.fulfilled).toEqual({});
  expect(needLifecycle.transitions.withdrawn).toEqual({});
});

test("title, language, certainty and visibility are enough to save a draft", () => {
  const parsed = createNeedInput.parse({
    title: "Sensoren voor bruggen",
    language: "nl",
    certainty: "idea",
    visibility: "organisation",
  });
  expect(parsed.windowStart).toBeNull();
});

test("a window that ends before it starts and a range that is upside down are refused at their field", () => {
  const { error } = createNeedInput.safeParse({
    title: "Sensoren voor bruggen",
    language: "nl",
    certainty: "idea",
    visibility: "public",
    windowStart: "2027-04-01",
    windowEnd: "2027-03-31",
    valueMinCents: 2,
    valueMaxCents: 1,
  });
  expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["windowEnd", "needs.endsBeforeStart"],
    ["valueMaxCents", "needs.belowMinimum"],
  ]);
});
