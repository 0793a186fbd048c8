import { expect, test } from "vitest";
import { drawings, onDisk } from "@/scripts/draw";

test("docs/permissions.md, docs/lifecycles.md and docs/glossary.md are what the code says (`npm run draw`)", async () => {
  for (const [file, content] of await drawings()) expect(onDisk(file), file).toBe(content);
});
