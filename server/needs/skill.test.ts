import fc from "fast-check";
import { expect, test } from "vitest";
import { answersQuestion, parseQuestion } from "./question";
import { LEVELS, parseSkill, servesSkill, skillText } from "./skill";

test("a skill may end with its level, in any case", () => {
  expect(parseSkill(" Data-engineer (HBO) ")).toEqual({ name: "data-engineer", level: "hbo" });
  expect(parseSkill("lassen(mbo)")).toEqual({ name: "lassen", level: "mbo" });
  expect(parseSkill("statistiek (R)")).toEqual({ name: "statistiek (r)", level: null });
  expect(parseSkill("(wo)")).toEqual({ name: "(wo)", level: null });
});

test("what is written of a skill reads as the same skill", () => {
  const written = fc.oneof(
    fc.string(),
    fc.tuple(fc.string(), fc.constantFrom(...LEVELS)).map(([name, level]) => `${name} (${level})`),
  );
  fc.assert(
    fc.property(written, (line) => {
      const skill = parseSkill(line);
      expect(parseSkill(skillText(skill))).toEqual(skill);
    }),
  );
});

test("training serves a skill of the same words, unless both name another level", () => {
  const serves = (trained: string, asked: string) => servesSkill(parseSkill(trained), parseSkill(asked));
  expect(serves("Lassen (mbo)", "lassen (MBO)")).toBe(true);
  expect(serves("lassen", "lassen (mbo)")).toBe(true);
  expect(serves("lassen (mbo)", "lassen")).toBe(true);
  expect(serves("lassen (mbo)", "lassen (hbo)")).toBe(false);
  expect(serves("lassen", "solderen")).toBe(false);
});

test("a question may end with its readiness level, and is the same question with another", () => {
  expect(parseQuestion("Hoe lang houdt het? (TRL 4)")).toEqual({ words: "Hoe lang houdt het?", trl: 4 });
  expect(parseQuestion("Hoe lang houdt het (TRL 12)?")).toEqual({
    words: "Hoe lang houdt het (TRL 12)?",
    trl: null,
  });
  expect(answersQuestion("hoe lang houdt het?", "Hoe lang houdt het? (trl 4)")).toBe(true);
  expect(answersQuestion("Hoe kort houdt het?", "Hoe lang houdt het?")).toBe(false);
});
