import { PLEDGE_KINDS, type PledgeKind } from "@/db/enums";
import { answersQuestion, parseQuestion } from "../needs/question";
import { type Level, parseSkill, servesSkill, skillText } from "../needs/skill";
import { spreadOverYears } from "./spread";
import type { BundledNeed } from "./summary";

export type AskingNeed = BundledNeed & { skills: readonly string[]; questions: readonly string[] };
export type PledgedYears = {
  kind: PledgeKind;
  yearFrom: number;
  yearTo: number;
  amountCents: number | null;
  quantity: number | null;
  topics: readonly string[];
};

/**
 * What is asked of one kind in a year, and how much of it is met: needs for capacity, skills for training, questions for
 * research, cents for capital. `gap` is what is left; `pledges` run in that year.
 */
export type KindOfDemand = { asked: number; met: number; gap: number; pledges: number };
export type YearOfDemand = { year: number; needs: number; kinds: Record<PledgeKind, KindOfDemand> };

/** A skill and the years it is asked in: by how many needs, and how many places a year are pledged for it. */
export type SkillDemand = {
  name: string;
  level: Level | null;
  years: { year: number; needs: number; places: number; isMet: boolean }[];
};

const startYear = ({ windowStart }: AskingNeed) => (windowStart ? Number(windowStart.slice(0, 4)) : null);
const runsIn = ({ yearFrom, yearTo }: PledgedYears, year: number) => yearFrom <= year && year <= yearTo;
const trains = ({ topics }: PledgedYears, skill: string) =>
  topics.some((topic) => servesSkill(parseSkill(topic), parseSkill(skill)));
const answers = ({ topics }: PledgedYears, question: string) =>
  topics.some((topic) => answersQuestion(topic, question));
const distinct = (lines: string[]) => [...new Set(lines)];
const skillsOf = (needs: readonly AskingNeed[]) =>
  distinct(needs.flatMap(({ skills }) => skills.map((line) => skillText(parseSkill(line)))));
const questionsOf = (needs: readonly AskingNeed[]) =>
  distinct(
    needs.flatMap(({ questions }) => questions.map((line) => parseQuestion(line).words.toLowerCase())),
  );

/**
 * Demand against pledges per year, for each kind. A need counts in the year its window starts, at the middle of its value.
 * Any pledge of capacity meets the needs of its years; training meets the skills it names, in its years; research meets
 * the questions it names, whatever its years, for it may well come before; capital counts evenly over its years.
 */
export function demandByYear(needs: readonly AskingNeed[], pledges: readonly PledgedYears[]): YearOfDemand[] {
  const capital = new Map<number, number>();
  for (const { kind, amountCents, yearFrom, yearTo } of pledges)
    if (kind === "capital")
      for (const [year, cents] of spreadOverYears(amountCents ?? 0, yearFrom, yearTo))
        capital.set(year, (capital.get(year) ?? 0) + cents);
  return yearsOf(needs, pledges).map((year) => {
    const asking = needs.filter((need) => startYear(need) === year);
    const running = (kind: PledgeKind) => pledges.filter((one) => one.kind === kind && runsIn(one, year));
    const [skills, questions] = [skillsOf(asking), questionsOf(asking)];
    const research = pledges.filter(({ kind }) => kind === "research");
    const asked: Record<PledgeKind, number> = {
      capacity: asking.length,
      training: skills.length,
      research: questions.length,
      capital: asking.reduce((sum, { valueMinCents: min, valueMaxCents: max }) => sum + middle(min, max), 0),
    };
    const met: Record<PledgeKind, number> = {
      capacity: running("capacity").length > 0 ? asking.length : 0,
      training: skills.filter((skill) => running("training").some((one) => trains(one, skill))).length,
      research: questions.filter((question) => research.some((one) => answers(one, question))).length,
      capital: capital.get(year) ?? 0,
    };
    const kinds = Object.fromEntries(
      PLEDGE_KINDS.map((kind) => [
        kind,
        {
          asked: asked[kind],
          met: met[kind],
          gap: Math.max(0, asked[kind] - met[kind]),
          pledges: running(kind).length,
        },
      ]),
    ) as Record<PledgeKind, KindOfDemand>;
    return { year, needs: asking.length, kinds };
  });
}

/** Each skill that is asked, by year; those without places come first, then by name. */
export function skillDemand(needs: readonly AskingNeed[], pledges: readonly PledgedYears[]): SkillDemand[] {
  const training = pledges.filter(({ kind }) => kind === "training");
  const asked = new Map<string, Map<number, number>>();
  for (const need of needs) {
    const year = startYear(need);
    if (year === null) continue;
    for (const skill of skillsOf([need])) {
      const years = asked.get(skill) ?? new Map<number, number>();
      asked.set(skill, years.set(year, (years.get(year) ?? 0) + 1));
    }
  }
  return [...asked]
    .map(([skill, years]) => {
      const naming = training.filter((one) => trains(one, skill));
      return {
        ...parseSkill(skill),
        years: [...years]
          .sort(([a], [b]) => a - b)
          .map(([year, count]) => {
            const serving = naming.filter((one) => runsIn(one, year));
            return {
              year,
              needs: count,
              places: serving.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
              isMet: serving.length > 0,
            };
          }),
      };
    })
    .sort((a, b) => Number(isMet(a)) - Number(isMet(b)) || a.name.localeCompare(b.name));
}

const isMet = ({ years }: SkillDemand) => years.every((year) => year.isMet);

const middle = (min: number | null, max: number | null) => Math.round(((min ?? 0) + (max ?? 0)) / 2);

/** Years in which something is asked or pledged, in order. */
function yearsOf(needs: readonly AskingNeed[], pledges: readonly PledgedYears[]): number[] {
  const years = new Set<number>();
  for (const need of needs) {
    const year = startYear(need);
    if (year !== null) years.add(year);
  }
  for (const { yearFrom, yearTo } of pledges)
    for (let year = yearFrom; year <= yearTo; year++) years.add(year);
  return [...years].sort((a, b) => a - b);
}
