import type { Sureness } from "@/components/ui/certainty-mark";
import { CERTAINTIES, type Certainty } from "@/db/enums";

/** How each certainty is drawn, the same everywhere. */
export const sureness: Record<Certainty, Sureness> = {
  announced: "solid",
  budgeted: "hatched",
  "draft-budget": "dotted",
  idea: "outline",
};

export const isCertainty = (word: string): word is Certainty =>
  (CERTAINTIES as readonly string[]).includes(word);
