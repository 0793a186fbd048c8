import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sayingOf } from "@/server/core/issues";
import en from "../../messages/en/forms.json";
import nl from "../../messages/nl/forms.json";
import { encodeIssue, errorText, type Issue } from "./error-text";

const schema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  code: z.string().min(8),
  mail: z.email(),
  day: z.iso.date(),
  level: z.enum(["a", "b"]),
  themes: z.array(z.string()).min(1).max(3),
  score: z.int().min(0).max(5),
  cents: z.int().max(1e13),
  order: z.string().refine(() => false, { error: "needs.windowOrder" }),
});

const good = {
  title: "x",
  code: "12345678",
  mail: "a@example.org",
  day: "2027-01-01",
  level: "a",
  themes: ["x"],
  score: 1,
  cents: 1,
};

function said(change: Record<string, unknown>) {
  const result = schema
    .omit({ order: true })
    .safeParse({ ...good, ...change }, { error: (issue) => encodeIssue(issue as Issue) });
  return JSON.parse(result.error!.issues[0]!.message) as ReturnType<typeof sayingOf>;
}

describe("what is said of a wrong answer", () => {
  it.each([
    [{ title: "" }, "required", undefined],
    [{ title: undefined }, "required", undefined],
    [{ title: "x".repeat(201) }, "tooLong", 200],
    [{ code: "1234" }, "tooShort", 8],
    [{ mail: "a@" }, "email", undefined],
    [{ mail: "" }, "required", undefined],
    [{ day: "2027-13-01" }, "date", undefined],
    [{ level: "" }, "choose", undefined],
    [{ level: "z" }, "choose", undefined],
    [{ themes: [] }, "choose", undefined],
    [{ themes: ["a", "b", "c", "d"] }, "tooMany", 3],
    [{ score: -1 }, "tooLow", 0],
    [{ score: 6 }, "tooHigh", 5],
    [{ score: Number.NaN }, "number", undefined],
    [{ score: 1.5 }, "whole", undefined],
    [{ score: null }, "required", undefined],
    [{ cents: 1e14 }, "tooHighUnsaid", undefined],
    [{ surprise: 1 }, "unknown", undefined],
  ])("%o says %s", (change, key, limit) => {
    expect(said(change)).toEqual(limit === undefined ? { key } : { key, params: { limit } });
  });

  it("has a sentence in both languages for everything that can be said", () => {
    const codes = ["too_small", "too_big"].flatMap((code) =>
      ["string", "array", "number"].flatMap((origin) =>
        [3, 1e13].map((limit) => ({ code, origin, minimum: limit, maximum: limit, input: "x" })),
      ),
    );
    const others: Issue[] = [
      { code: "invalid_type", input: "" },
      { code: "invalid_type", expected: "number", input: Number.NaN },
      { code: "invalid_type", expected: "int", input: "x" },
      ...["email", "url", "date", "uuid", "regex"].map((format) => ({
        code: "invalid_format",
        format,
        input: "x",
      })),
      { code: "invalid_value", input: "z" },
      { code: "unrecognized_keys" },
      { code: "custom" },
    ];
    for (const issue of [...codes, ...others]) {
      const { key } = sayingOf(issue);
      expect(nl.wrong).toHaveProperty(key);
      expect(en.wrong).toHaveProperty(key);
    }
  });

  it("lets a feature say it in its own words", () => {
    const t = (key: string) => key;
    const result = schema.safeParse(
      { ...good, order: "x" },
      { error: (issue) => encodeIssue(issue as Issue) },
    );
    expect(errorText(result.error!.issues[0]!.message, t)).toBe("needs.errors.windowOrder");
    expect(errorText("Something English", t)).toBe("forms.wrong.other");
  });
});
