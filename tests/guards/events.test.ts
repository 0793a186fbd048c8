import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { SUBJECT_KINDS } from "@/db/enums";
import { readMessages, type Texts } from "@/scripts/check-messages";
import { filesBelow } from "@/scripts/files-below";

const root = path.resolve(import.meta.dirname, "../..");
const kinds = SUBJECT_KINDS.join("|");
const acts = filesBelow(root, ["server"])
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .flatMap((file) =>
    [
      ...readFileSync(path.join(root, file), "utf8").matchAll(new RegExp(`"((?:${kinds})\\.[\\w-]+)"`, "g")),
    ].map(([, verb]) => ({ file, verb: verb! })),
  );

describe("every recorded act", () => {
  test("is named as what happened to what: <kind>.<pastVerb>", () => {
    expect(acts.length).toBeGreaterThan(20);
    expect(acts.filter(({ verb }) => !/^[a-z]+\.[a-z][a-zA-Z]*$/.test(verb))).toEqual([]);
  });

  test("has a sentence for the history and the activity feed", () => {
    const sentences = (readMessages(root, "en").collaboration as Texts).verb as Record<string, Texts>;
    const unspoken = acts.filter(({ verb }) => {
      const [kind, past] = verb.split(".") as [string, string];
      return typeof sentences[kind]?.[past] !== "string";
    });
    expect(unspoken).toEqual([]);
  });
});
