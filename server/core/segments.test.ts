import fc from "fast-check";
import { expect, test } from "vitest";
import { MATCH_END, MATCH_START, type Segment, segmentsOf } from "./segments";

const plain = fc.string({ unit: "binary" }).filter((text) => !/[\uE000\uE001]/.test(text));
const pieces = fc.array(fc.record({ text: plain, isMatch: fc.boolean() }));
const textOf = (segments: readonly Segment[]) => segments.map(({ text }) => text).join("");
const marked = (segments: readonly Segment[]) =>
  segments.map(({ text, isMatch }) => (isMatch ? MATCH_START + text + MATCH_END : text)).join("");

test("the pieces together are the text, whatever is said of its matches", () => {
  const marks = fc.constantFrom(MATCH_START, MATCH_END);
  const said = fc.array(fc.oneof(plain, marks)).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(plain, said), fc.array(said), pieces, (text, others, real) => {
      expect(textOf(segmentsOf(text, others))).toBe(text);
      expect(textOf(segmentsOf(textOf(real), [marked(real), ...others]))).toBe(textOf(real));
    }),
  );
});

test("what either language matches is a match, and nothing else; neighbours are of another kind", () => {
  const matchesOf = (segments: readonly Segment[]) =>
    segments.flatMap(({ text, isMatch }) => text.split("").map(() => isMatch));
  fc.assert(
    fc.property(plain, fc.infiniteStream(fc.nat(9)), fc.infiniteStream(fc.nat(9)), (text, one, other) => {
      const [dutch, english] = [cut(text, one), cut(text, other)];
      const found = segmentsOf(text, [marked(dutch), marked(english)]);
      const inEnglish = matchesOf(english);
      expect(matchesOf(found)).toEqual(matchesOf(dutch).map((isMatch, at) => isMatch || inEnglish[at]));
      for (const [at, { isMatch }] of found.entries()) expect(found[at + 1]?.isMatch).not.toBe(isMatch);
    }),
  );
});

test("a text with a mark of its own keeps it", () => {
  const text = `een ${MATCH_START}haven`;
  expect(segmentsOf(text, [`een  ${MATCH_START}haven${MATCH_END}`])).toEqual([
    { text: `een ${MATCH_START}`, isMatch: false },
    { text: "haven", isMatch: true },
  ]);
});

test("what says something of another text says nothing of this one", () => {
  expect(segmentsOf("een haven", [`${MATCH_START}haven${MATCH_END}`])).toEqual([
    { text: "een haven", isMatch: false },
  ]);
});

/** The text in pieces of these lengths, by turns a match and not. */
function cut(text: string, lengths: Iterable<number>): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const length of lengths) {
    if (at >= text.length) break;
    segments.push({ text: text.slice(at, at + length + 1), isMatch: segments.length % 2 === 1 });
    at += length + 1;
  }
  return segments;
}
