import type { Language } from "@/db/enums";

/** What a need is compared by. A programme is compared by the same, as far as it has them. */
export type Comparable = {
  id: string;
  /** Raised by every change: with the id it names one text for good. */
  version: number;
  buyerId: string;
  language: Language;
  title: string;
  description: string;
  cpv: string | null;
  windowStart: string | null;
  windowEnd: string | null;
  place: string;
  theme: string | null;
  ecosystems: readonly string[];
  valueMinCents: number | null;
  valueMaxCents: number | null;
};

/** A word that needs have in common, as it is written in either language. */
export type SharedWord = { nl: string; en: string };

/** Why needs belong together: only what they have in common, never what one of them says alone. */
export type Reasons = {
  words: SharedWord[];
  /** The first digits that the codes share. */
  cpv: string | null;
  /** The period in which all windows are open. */
  window: { start: string; end: string } | null;
  theme: string | null;
  ecosystems: string[];
  place: string | null;
};

/** Two needs by their place in the list that was compared, and how alike they are: 0 to 1. */
export type Pair = { a: number; b: number; score: number };

/** Needs that were read once, to ask how alike they are. */
export type Comparison = {
  /** For each need those most like it, at or over the similarity's own threshold; each pair once. */
  pairs(): Promise<Pair[]>;
  /** How alike two of them are, 0 to 1. */
  score(a: number, b: number): number;
  /** What these needs have in common. */
  reasons(members: readonly number[]): Reasons;
  /** From which average score on needs are offered as one bundle. */
  threshold: number;
};

/** One way to find out which needs belong together. A better one takes its place by configuration, without a change elsewhere. */
export type Similarity = {
  name: string;
  compare(needs: readonly Comparable[]): Promise<Comparison>;
};
