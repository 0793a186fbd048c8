import { type SQL, sql } from "drizzle-orm";
import { QUESTION_WITH_TRL } from "../../../needs/question";
import { SKILL_WITH_LEVEL } from "../../../needs/skill";

/** The twins of `parseSkill` and `parseQuestion`: what a line says, read where the lines are. */
export const nameOf = (line: SQL) =>
  sql`coalesce((regexp_match(lower(btrim(${line})), ${SKILL_WITH_LEVEL}))[1], lower(btrim(${line})))`;
export const levelOf = (line: SQL) => sql`(regexp_match(lower(btrim(${line})), ${SKILL_WITH_LEVEL}))[2]`;

/** The twin of `servesSkill`, on two rows with a name and a level. */
export const isSameSkill = (one: SQL, other: SQL) =>
  sql`(${one}.name = ${other}.name and (${one}.level = ${other}.level or ${one}.level is null or ${other}.level is null))`;

export const questionWordsOf = (line: SQL) =>
  sql`coalesce((regexp_match(btrim(${line}), ${QUESTION_WITH_TRL}, 'i'))[1], btrim(${line}))`;
export const trlOf = (line: SQL) => sql`(regexp_match(btrim(${line}), ${QUESTION_WITH_TRL}, 'i'))[2]::int`;

/** What a question is known by: the twin of `answersQuestion`. */
export const questionKeyOf = (line: SQL) => sql`lower(${questionWordsOf(line)})`;
