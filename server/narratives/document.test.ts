import fc from "fast-check";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import type { NarrativeBlock } from "@/db/schema/narratives";
import { DomainError } from "../core/errors";
import { applyChecked, contentOf, documentOf, foldedState } from "./document";
import { writeContent } from "./restoring";

const words = fc.string({ minLength: 1, maxLength: 20 }).filter((it) => it.trim() !== "");
const run = fc.record(
  { text: words, bold: fc.constant(true as const), href: fc.constant("https://example.org/a") },
  { requiredKeys: ["text"] },
);
/** Runs that stand beside each other differ, as in any text that was written. */
const text = fc
  .array(run, { minLength: 1, maxLength: 4 })
  .map((runs) => runs.filter((one, index) => look(one) !== look(runs[index - 1])));
const look = (one?: { bold?: true; href?: string }) => one && `${one.bold}${one.href}`;
const block: fc.Arbitrary<NarrativeBlock> = fc.oneof(
  fc.record({ kind: fc.constant("paragraph" as const), text }),
  fc.record({ kind: fc.constant("heading" as const), level: fc.constantFrom(2 as const, 3 as const), text }),
  fc.record({
    kind: fc.constant("list" as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc.array(fc.record({ kind: fc.constant("paragraph" as const), text }), { minLength: 1, maxLength: 2 }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);
const content = fc.array(block, { maxLength: 8 });

function holding(blocks: NarrativeBlock[]): Y.Doc {
  const doc = documentOf([]);
  writeContent(doc, blocks);
  return doc;
}

test("what is written into a document is what is read from it, also over other content", () => {
  fc.assert(
    fc.property(content, content, (before, after) => {
      const doc = holding(before);
      const update = writeContent(doc, after);
      expect(contentOf(doc)).toEqual(after);
      const other = documentOf([foldedState(holding([]))]);
      expect(update === null || applyChecked(other, foldedState(doc))).toBe(true);
    }),
  );
});

test("writing an earlier version leaves alone what is the same at the start and the end", () => {
  const paragraph = (words: string): NarrativeBlock => ({ kind: "paragraph", text: [{ text: words }] });
  const doc = holding(["begin", "midden", "einde"].map(paragraph));
  const [first, , last] = doc.getXmlFragment("narrative").toArray();
  writeContent(doc, ["begin", "anders", "nog iets", "einde"].map(paragraph));
  expect(doc.getXmlFragment("narrative").toArray()).toEqual([
    first,
    expect.anything(),
    expect.anything(),
    last,
  ]);
  expect(doc.getXmlFragment("narrative").get(0)).toBe(first);
  expect(doc.getXmlFragment("narrative").get(3)).toBe(last);
});

test("bytes changed on their way are an update or a refusal, never another failure", () => {
  const good = foldedState(
    holding([
      { kind: "heading", level: 2, text: [{ text: "Waarom" }] },
      { kind: "list", ordered: true, items: [[{ kind: "paragraph", text: [{ text: "Een", bold: true }] }]] },
    ]),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(3),
      (changes, cut) => {
        const bytes = good.slice(0, good.length - cut);
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        const doc = documentOf([]);
        try {
          applyChecked(doc, bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          return;
        }
        contentOf(doc);
        foldedState(doc);
      },
    ),
    { numRuns: 2000 },
  );
});

test("random bytes are refused, and lengths that they claim cost nothing", () => {
  const claimsMuch = [1, 0xff, 0xff, 0xff, 0x0f, 1, 0];
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
      for (const update of [bytes, Uint8Array.from([...claimsMuch, ...bytes])])
        try {
          applyChecked(documentOf([]), update);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
    }),
    { numRuns: 2000 },
  );
});
