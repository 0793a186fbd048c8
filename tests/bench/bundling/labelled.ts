import { readFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "@/db/enums";
import type { Comparable } from "@/server/bundling/similarity";

export const PARTS = ["tuning", "held-out"] as const;
export type Part = (typeof PARTS)[number];

type Labelled = {
  part: Part;
  bundle: string | null;
  buyer: string;
  language: Language;
  title: string;
  description: string;
  cpv: string | null;
  windowStart: string;
  windowEnd: string;
  valueMinEuro: number;
  valueMaxEuro: number;
  theme: string;
  place: string;
};

/** The needs of one part of the labelled set, and the bundle that each belongs to, if it does. */
export function labelled(part: Part): { needs: Comparable[]; bundles: (string | null)[] } {
  const file = path.join(import.meta.dirname, "needs.json");
  const all = (JSON.parse(readFileSync(file, "utf8")) as Labelled[]).filter((need) => need.part === part);
  return { needs: all.map(comparable), bundles: all.map(({ bundle }) => bundle) };
}

const comparable = (need: Labelled, index: number): Comparable => ({
  id: `${need.part}-${index}`,
  version: 1,
  buyerId: need.buyer,
  language: need.language,
  title: need.title,
  description: need.description,
  cpv: need.cpv,
  windowStart: need.windowStart,
  windowEnd: need.windowEnd,
  place: need.place,
  theme: need.theme,
  ecosystems: [],
  valueMinCents: need.valueMinEuro * 100,
  valueMaxCents: need.valueMaxEuro * 100,
});
