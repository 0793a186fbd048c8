import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SUBJECT_KINDS } from "@/db/enums";
import { filesBelow } from "@/scripts/files-below";

const root = path.resolve(import.meta.dirname, "../..");
const acts = filesBelow(root, ["server"])
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .flatMap((file) =>
    [...readFileSync(path.join(root, file), "utf8").matchAll(/\bverb: "([^"]+)"/g)].map(([, verb]) => ({
      file,
      verb: verb!,
    })),
  );

test("every recorded act is named as what happened to what: <kind>.<pastVerb>", () => {
  expect(acts.length).toBeGreaterThan(0);
  const named = new RegExp(`^(${SUBJECT_KINDS.join("|")})\\.[a-z][a-zA-Z]*$`);
  expect(acts.filter(({ verb }) => !named.test(verb))).toEqual([]);
});
