import { Breath } from "../core/breath";
import { type Bag, bagOf } from "./bags";
import { confirmation, likenessOfCodes, likenessOfWindows, quartersOf } from "./context";
import { learnTranslations } from "./dictionary";
import { neighbours } from "./neighbours";
import { reasonsOf } from "./reasons";
import type { Comparable, Comparison, Similarity } from "./similarity";
import { likenessOfTexts, weighAll } from "./texts";

/** From which score on two needs are worth a look, and from which average a bundle is. */
const PAIR = 0.18;
const BUNDLE = 0.22;
/** The cosine of short texts is low: near this one two are likely about the same, and at ALL times it they are. */
const SAME_TEXT = 0.38;
const ALL = 1.5;
/** What equal texts and equal codes prove: 0 nothing, 1 all. Where one has no code, the words are all there is. */
const TEXT = 0.8;
const TEXT_ONLY = 1;
const CODE = 0.3;
/** What of it a code proves when no words go with it: one code covers much. */
const ALONE = 0.3;

/** Compares by words, codes, windows and themes. Nothing is sent anywhere, and each score can be told in words. */
export const lexical: Similarity = { name: "lexical", compare };

async function compare(needs: readonly Comparable[]): Promise<Comparison> {
  await learnTranslations();
  const breath = new Breath();
  const bags: Bag[] = [];
  for (const need of needs) {
    bags.push(bagOf(need));
    if (breath.isDue()) await breath.take();
  }
  const texts = await weighAll(bags);
  const windows = needs.map(quartersOf);
  /** Either the words or the code may say that two are of one kind; windows, themes and sizes then take from it or confirm it. */
  const score = (a: number, b: number) => {
    const said = proven(likenessOfTexts(texts[a]!, texts[b]!));
    const [one, other] = [needs[a]!.cpv, needs[b]!.cpv];
    const coded = likenessOfCodes(one, other) * Math.min(1, ALONE + said);
    const subject = one && other ? 1 - (1 - TEXT * said) * (1 - CODE * coded) : TEXT_ONLY * said;
    const fitting = likenessOfWindows(windows[a]!, windows[b]!) * confirmation(needs[a]!, needs[b]!);
    return Math.min(1, subject * fitting);
  };
  return {
    score,
    threshold: BUNDLE,
    pairs: () => neighbours(needs, texts, windows, score, PAIR),
    reasons: (members) => reasonsOf(members.map((at) => ({ need: needs[at]!, ...texts[at]! }))),
  };
}

/** Rises fast at first and then ever less, to 1 and a little over, so that the more alike still goes before the alike. */
const proven = (likeness: number): number => Math.tanh(likeness / SAME_TEXT) / Math.tanh(ALL);
