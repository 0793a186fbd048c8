/** An open question, with the technology readiness level (1 to 9) from which it starts, where the buyer named one. */
export type Question = { words: string; trl: number | null };

/** A line that ends with its level in brackets: "Hoe meten we dit vanaf zee? (TRL 4)". Read alike by PostgreSQL, with `~*`. */
export const QUESTION_WITH_TRL = "^(.*\\S)\\s*\\(trl\\s*([1-9])\\)$";

const pattern = new RegExp(QUESTION_WITH_TRL, "i");

/** "Hoe lang houdt het? (TRL 4)" → { words: "Hoe lang houdt het?", trl: 4 }; a line without a level is all words. */
export function parseQuestion(line: string): Question {
  const [, words, trl] = pattern.exec(line.trim()) ?? [];
  return words ? { words, trl: Number(trl) } : { words: line.trim(), trl: null };
}

/** Whether research on one answers the other: the same words, whatever the level and the capitals. */
export const answersQuestion = (researched: string, asked: string): boolean =>
  keyOf(researched) === keyOf(asked);

/** What a question is known by. */
const keyOf = (line: string): string => parseQuestion(line).words.toLowerCase();
