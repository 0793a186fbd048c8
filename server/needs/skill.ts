/** Levels of Dutch vocational and higher education, from the shortest to the longest way. */
export const LEVELS = ["mbo", "hbo", "wo"] as const;
export type Level = (typeof LEVELS)[number];

/** What is asked or trained: words in lower case, and the level where one was named. */
export type Skill = { name: string; level: Level | null };

/**
 * A line that ends with its level in brackets, in lower case: "data-engineer (hbo)". It is written so that PostgreSQL and
 * JavaScript read it alike.
 */
export const SKILL_WITH_LEVEL = `^(.*\\S)\\s*\\((${LEVELS.join("|")})\\)$`;

const pattern = new RegExp(SKILL_WITH_LEVEL);

/** "Data-engineer (HBO)" → { name: "data-engineer", level: "hbo" }; a line without a level is all name. */
export function parseSkill(line: string): Skill {
  const words = line.trim().toLowerCase();
  const [, name, level] = pattern.exec(words) ?? [];
  return name ? { name, level: level as Level } : { name: words, level: null };
}

/** A skill as people write it; reading it again gives the same skill. */
export const skillText = ({ name, level }: Skill): string => (level ? `${name} (${level})` : name);

/** Whether training for one serves the other: the same words and, where both name a level, the same level. */
export const servesSkill = (trained: Skill, asked: Skill): boolean =>
  trained.name === asked.name &&
  (trained.level === null || asked.level === null || trained.level === asked.level);
