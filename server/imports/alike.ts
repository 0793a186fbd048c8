/** How much two titles must be alike, by trigrams, to be one need under two names. */
const LIKE = 0.6;
/** What is done for one title at most: so many titles seen under its trigrams, so many of them compared with it. */
const MOST_SEEN = 10_000;
const MOST_COMPARED = 200;

export type Titled = { title: string; windowStart: string | null; windowEnd: string | null };
type Window = Omit<Titled, "title">;
/** The needs under one title, whatever its capitals and signs. */
type Group = { trigrams: Uint32Array; needs: (Window & { id: string })[] };
/** A title's trigrams by number, of those that any title here has; `size` counts the others too. */
type Asked = { trigrams: number[]; size: number };

/**
 * Needs of one buyer that can be asked which of them has nearly the title of a row and a window that overlaps: likely the
 * same need. Likeness is that of PostgreSQL's pg_trgm: the trigrams that both titles have, of those that either has.
 *
 * Titles that are so alike share at least one of the row's rarest trigrams; titles that have those are looked at, the ones
 * with the most first. What that takes is bounded, whatever the needs are called: where ten thousand titles have a row's
 * rarest trigrams, or two hundred share more of them than the one sought does, a lesser likeness may be told, or none. A
 * title that is the same but for capitals and signs is always found.
 */
export class TitledNeeds {
  private readonly groups: Group[] = [];
  private readonly byName = new Map<string, Group>();
  private readonly numbers = new Map<string, number>();
  /** Trigram → the groups whose title has it. */
  private readonly having: Numbers[] = [];
  private readonly touched = new Uint32Array(MOST_SEEN);
  /** Kept between questions, all zero. */
  private counts = new Uint8Array(0);
  private asked = new Uint8Array(0);

  /** Trigrams of all titles: what they take of memory goes by it. */
  size = 0;

  add({ title, ...need }: Titled & { id: string }): void {
    const name = nameOf(title);
    const group = this.byName.get(name) ?? this.newGroup(name);
    group.needs.push(need);
    this.size += group.trigrams.length;
  }

  /** The id of the need that is most alike; null when none is alike enough. */
  mostLike(row: Titled): string | null {
    const name = nameOf(row.title);
    if (name === "") return null;
    const same = this.byName.get(name)?.needs.find((need) => overlap(need, row));
    if (same) return same.id;
    const all = [...trigramsOf(name)];
    const asked = { trigrams: all.flatMap((trigram) => this.numbers.get(trigram) ?? []), size: all.length };
    this.room();
    for (const trigram of asked.trigrams) this.asked[trigram] = 1;
    const found = this.mostLikeOf(asked, row);
    for (const trigram of asked.trigrams) this.asked[trigram] = 0;
    return found;
  }

  private mostLikeOf(asked: Asked, row: Titled): string | null {
    let [best, id, compared]: [number, string | null, number] = [LIKE, null, 0];
    for (const { group, atMost } of this.candidates(asked)) {
      if (compared++ === MOST_COMPARED || atMost < best * asked.size) break;
      if (likeness(Math.min(atMost, group.trigrams.length), asked, group) < best) continue;
      const like = likeness(this.shared(group), asked, group);
      if (like < best || (id !== null && like === best)) continue;
      const need = group.needs.find((one) => overlap(one, row));
      if (need) [best, id] = [like, need.id];
    }
    return id;
  }

  /** Titles with at least one of the rarest trigrams, those with the most first, and how many they can share at most. */
  private *candidates({ trigrams, size }: Asked): Generator<{ group: Group; atMost: number }> {
    // Who misses all of these, and those that no title here has, cannot have enough of the rest.
    const needed = trigrams.length - Math.ceil(LIKE * size) + 1;
    const rarest = trigrams
      .sort((one, other) => this.having[one]!.length - this.having[other]!.length)
      .slice(0, Math.max(0, needed));
    const { counts, touched } = this;
    let [seen, walked, many] = [0, 0, 0];
    for (const trigram of rarest) {
      const { items: groups, length } = this.having[trigram]!;
      const end = Math.min(length, MOST_SEEN - seen);
      for (let at = 0; at < end; at++) if (counts[groups[at]!]!++ === 0) touched[many++] = groups[at]!;
      seen += end;
      if (end < length) break;
      walked += 1;
    }
    const withCount = [0, ...rarest].map((): number[] => []);
    for (const group of touched.subarray(0, many)) {
      const alike = withCount[counts[group]!]!;
      if (alike.length < MOST_COMPARED) alike.push(group);
      counts[group] = 0;
    }
    for (let count = rarest.length; count > 0; count--)
      for (const group of withCount[count]!)
        yield { group: this.groups[group]!, atMost: count + trigrams.length - walked };
  }

  private newGroup(name: string): Group {
    const trigrams = Uint32Array.from(trigramsOf(name), (trigram) => this.numberOf(trigram));
    for (const trigram of trigrams) this.having[trigram]!.push(this.groups.length);
    const group = { trigrams, needs: [] };
    this.groups.push(group);
    this.byName.set(name, group);
    return group;
  }

  private shared({ trigrams }: Group): number {
    let shared = 0;
    for (const trigram of trigrams) shared += this.asked[trigram]!;
    return shared;
  }

  private room(): void {
    if (this.counts.length < this.groups.length) this.counts = new Uint8Array(this.groups.length);
    if (this.asked.length < this.having.length) this.asked = new Uint8Array(this.having.length);
  }

  private numberOf(trigram: string): number {
    const known = this.numbers.get(trigram);
    if (known !== undefined) return known;
    this.numbers.set(trigram, this.having.length);
    return this.having.push(new Numbers()) - 1;
  }
}

/** Whole numbers in half the memory of an array of them. */
class Numbers {
  items = new Uint32Array(4);
  length = 0;

  push(number: number): void {
    if (this.length === this.items.length) {
      const more = new Uint32Array(this.length * 2);
      more.set(this.items);
      this.items = more;
    }
    this.items[this.length++] = number;
  }
}

const likeness = (shared: number, asked: Asked, { trigrams }: Group): number =>
  shared / (asked.size + trigrams.length - shared);

const overlap = (one: Window, other: Window): boolean =>
  !isBefore(one.windowEnd, other.windowStart) && !isBefore(other.windowEnd, one.windowStart);

/** Days are written so that their order is that of their letters; one that is not known is not before another. */
const isBefore = (end: string | null, start: string | null) => end !== null && start !== null && end < start;

/** The words of a title, without capitals and signs. */
const nameOf = (title: string): string =>
  title
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";

function trigramsOf(name: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of name.split(" ")) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}
