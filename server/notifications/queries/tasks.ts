import { sql } from "drizzle-orm";
import type { Language } from "@/db/enums";
import { reading } from "../../collaboration/queries/sight";
import { actingFor, isPerson } from "../../core/actor";
import type { Context, Transaction } from "../../core/context";
import { CHANCES, type TaskName, WHOLE_DAYS } from "../input";
import { type PersonContext, SOURCES, type Source, type Who } from "./sources";

export type Task = {
  task: TaskName;
  /** What it is about; the page where it is done. */
  subjectId: string;
  title: string;
  language: Language | null;
  deadline: Date | null;
  /** The deadline is a day, told without a time. */
  isWholeDay: boolean;
  /** When it began to wait. */
  since: Date;
  href: string;
  /** How many of the same, where one page gathers them. */
  count: number;
  isChance: boolean;
};

const MOST_OF_ONE = 20;
const MOST_CHANCES = 5;

/**
 * What waits for the actor, computed from the state of things now: first what has a deadline, earliest first, then what
 * has waited longest. Nothing is stored, so nothing can be forgotten or linger.
 */
export async function listTasks(ctx: PersonContext): Promise<Task[]> {
  return reading(ctx, async (tx) => {
    const asked = SOURCES.filter(({ when }) => when(ctx.actor));
    const found: Task[] = [];
    for (const source of asked) found.push(...(await tasksFrom(tx, source, whoOf(ctx))));
    return found.sort(byDeadline);
  });
}

/** How many duties wait; a chance is no duty. */
export async function countDuties(ctx: Context): Promise<number> {
  if (!isPerson(ctx.actor)) return 0;
  const own = { ...ctx, actor: ctx.actor };
  const asked = SOURCES.filter(({ task, when }) => !isChance(task) && when(own.actor));
  if (asked.length === 0) return 0;
  return reading(ctx, async (tx) => {
    const all = sql.join(
      asked.map(({ rows }) => sql`(select id from (${rows(whoOf(own))}) x limit ${MOST_OF_ONE})`),
      sql` union all `,
    );
    const [row] = await tx.execute<{ count: number }>(sql`select count(*)::int as count from (${all}) d`);
    return row?.count ?? 0;
  });
}

function byDeadline(one: Task, other: Task): number {
  if (one.isChance !== other.isChance) return one.isChance ? 1 : -1;
  const [a, b] = [
    one.deadline?.getTime() ?? Number.POSITIVE_INFINITY,
    other.deadline?.getTime() ?? Number.POSITIVE_INFINITY,
  ];
  return a === b ? one.since.getTime() - other.since.getTime() : a - b;
}

const isChance = (task: TaskName) => (CHANCES as readonly string[]).includes(task);

const whoOf = (ctx: PersonContext): Who => ({
  me: sql`${ctx.actor.personId}::uuid`,
  mine: sql`${actingFor(ctx.actor)?.id ?? null}::uuid`,
  ctx,
});

async function tasksFrom(tx: Transaction, { task, rows }: Source, who: Who): Promise<Task[]> {
  const limit = isChance(task) ? MOST_CHANCES : MOST_OF_ONE;
  const found = await tx.execute<{
    id: string;
    title: string;
    language: Language | null;
    deadline: string | Date | null;
    since: string | Date;
    count: number | null;
  }>(sql`select * from (${rows(who)}) t order by deadline nulls last, since, id limit ${limit}`);
  return found.map((row) => ({
    task,
    subjectId: row.id,
    title: row.title,
    language: row.language,
    deadline: row.deadline === null ? null : new Date(row.deadline),
    since: new Date(row.since),
    isWholeDay: (WHOLE_DAYS as readonly string[]).includes(task),
    href: PLACES[task](row.id),
    count: row.count ?? 1,
    isChance: isChance(task),
  }));
}

const PLACES: Record<TaskName, (id: string) => string> = {
  answerBundling: (id) => `/needs/${id}`,
  answerWindow: (id) => `/needs/${id}`,
  assessChallenge: (id) => `/challenges/${id}`,
  improveChallenge: (id) => `/challenges/${id}`,
  finishChallenge: (id) => `/challenges/${id}`,
  openChallenge: (id) => `/challenges/${id}`,
  startReview: (id) => `/challenges/${id}`,
  declareConflict: (id) => `/challenges/${id}/reviews`,
  review: (id) => `/challenges/${id}/reviews`,
  finishResponse: (id) => `/responses/${id}`,
  select: (id) => `/challenges/${id}/select`,
  finishApplication: (id) => `/applications/${id}`,
  assessApplication: (id) => `/applications/${id}`,
  sign: (id) => `/applications/${id}`,
  publishDecision: (id) => `/decisions/${id}`,
  verifyOrganisation: (id) => `/organisations/${id}`,
  acceptInvitation: () => "/organisations/invitation",
  publishDiagnosis: (id) => `/ecosystem/rounds/${id}`,
  publishProgramme: (id) => `/programmes/${id}`,
  measureResult: (id) => `/interventions/${id}`,
  finishNeed: (id) => `/needs/${id}/edit`,
  respond: (id) => `/challenges/${id}/respond`,
  fixNeeds: (id) => `/programmes/${id}#needs`,
  pledgeTraining: (id) => `/programmes/${id}#pledges`,
  pledgeResearch: (id) => `/programmes/${id}#pledges`,
  pledgeCapital: (id) => `/programmes/${id}#pledges`,
  pledge: (id) => `/programmes/${id}#pledges`,
  applyForMoney: (id) => `/applications/new?response=${id}`,
};
