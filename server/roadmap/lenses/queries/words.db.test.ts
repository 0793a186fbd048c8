import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { parseQuestion } from "../../../needs/question";
import { parseSkill } from "../../../needs/skill";
import { levelOf, nameOf, questionWordsOf, trlOf } from "./words";

const LINES = [
  "Data-engineer (HBO)",
  " lassen(mbo) ",
  "statistiek (R)",
  "(wo)",
  "x (hbo) (mbo)",
  "Coördinatie  (WO)",
  "Hoe lang houdt het? (TRL 4)",
  "Hoe lang? (trl9)",
  "Wat bij (TRL 12)?",
  "(TRL 3)",
  "Één vraag over 100% \\ ' \" ? (Trl 1)",
];

test("a skill and a question read the same where the rows are as where the rules are", async () => {
  for (const line of LINES) {
    const said = sql`${line}::text`;
    const [row] = await database().execute<{
      name: string;
      level: string | null;
      words: string;
      trl: number | null;
    }>(
      sql`select ${nameOf(said)} as name, ${levelOf(said)} as level, ${questionWordsOf(said)} as words,
        ${trlOf(said)} as trl`,
    );
    expect({ name: row!.name, level: row!.level }, line).toEqual(parseSkill(line));
    expect({ words: row!.words, trl: row!.trl }, line).toEqual(parseQuestion(line));
  }
});
