export type Segments = readonly { text: string; isMatch: boolean }[];

/** A text in which what was searched for is marked; as it is where nothing was searched. */
export function Marked({ text, segments }: { text?: string; segments?: Segments }) {
  if (!segments) return text;
  return segments.map((it, index) => (it.isMatch ? <mark key={index}>{it.text}</mark> : it.text));
}
