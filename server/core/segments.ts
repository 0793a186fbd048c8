/** What stands around a match: characters for private use, so that no text needs them. */
export const MATCH_START = "\uE000";
export const MATCH_END = "\uE001";

/** A piece of a text: what was searched for, or what stands between. */
export type Segment = { text: string; isMatch: boolean };

/**
 * The text in pieces that together are the text.
 * @param marked the same text with its matches between marks, once for each language; one that differs in more than marks
 *   says nothing of where they stand, and is left aside
 */
export function segmentsOf(text: string, marked: readonly string[]): Segment[] {
  const matches = new Uint8Array(text.length);
  for (const one of marked) for (const [from, to] of matchesIn(one, text.length)) matches.fill(1, from, to);
  const segments: Segment[] = [];
  for (let from = 0; from < text.length; ) {
    const isMatch = matches[from] === 1;
    const next = matches.indexOf(isMatch ? 0 : 1, from);
    const to = next < 0 ? text.length : next;
    segments.push({ text: text.slice(from, to), isMatch });
    from = to;
  }
  return segments;
}

/** Where the matches stand once the marks are gone; none when what is left has another length. */
function matchesIn(marked: string, length: number): [from: number, to: number][] {
  const matches: [number, number][] = [];
  let at = 0;
  let from = 0;
  for (const character of marked.split("")) {
    if (character === MATCH_START) from = at;
    else if (character === MATCH_END) matches.push([from, at]);
    else at += 1;
  }
  return at === length ? matches : [];
}
