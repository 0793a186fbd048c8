import { type SQL, sql } from "drizzle-orm";
import type { Language } from "@/db/enums";
import { mayBeSeen, reading } from "../../collaboration/queries/sight";
import { actingFor, holds, holdsUnverified, isPerson, type Person } from "../../core/actor";
import type { Context, Transaction } from "../../core/context";
import { isFreeReviewer } from "../../responses/visible";
import { CHANCES, type TaskName } from "../input";

export type Task = {
  task: TaskName;
  /** What it is about; the page where it is done. */
  subjectId: string;
  title: string;
  language: Language | null;
  deadline: Date | null;
  href: string;
  /** How many of the same, where one page gathers them. */
  count: number;
  isChance: boolean;
};

type PersonContext = Context & { actor: Person };
type Source = { task: TaskName; when: (actor: Person) => boolean; rows: (who: Who) => SQL };
type Who = { me: SQL; mine: SQL; ctx: PersonContext };

const MOST_OF_ONE = 20;
const MOST_CHANCES = 5;

/**
 * What waits for the actor, computed from the state of things now: first what has a deadline, earliest first, then the
 * oldest. Nothing is stored, so nothing can be forgotten or linger.
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
  // Identifiers hold the time of making: the oldest first.
  return a === b ? one.subjectId.localeCompare(other.subjectId) : a - b;
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
    count: number | null;
  }>(sql`select * from (${rows(who)}) t order by deadline nulls last, id limit ${limit}`);
  return found.map((row) => ({
    task,
    subjectId: row.id,
    title: row.title,
    language: row.language,
    deadline: row.deadline === null ? null : new Date(row.deadline),
    href: PLACES[task](row.id),
    count: row.count ?? 1,
    isChance: isChance(task),
  }));
}

const PLACES: Record<TaskName, (id: string) => string> = {
  answerBundling: (id) => `/needs/${id}`,
  assessChallenge: (id) => `/challenges/${id}`,
  improveChallenge: (id) => `/challenges/${id}`,
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
  pledge: (id) => `/programmes/${id}`,
  applyForMoney: (id) => `/applications/new?response=${id}`,
};

const about = (alias: string, deadline: SQL = sql`null::timestamptz`) => {
  const row = sql.raw(alias);
  return sql`${row}.id, ${row}.title, ${row}.language, ${deadline} as deadline, null::int as count`;
};

const notOfApplicant = (me: SQL) => sql`not exists (select 1 from memberships m
  where m.person_id = ${me} and m.organisation_id = a.applicant_id)`;

/** Each kind of task: for whom it can exist at all, and where it shows in the tables. */
const SOURCES: Source[] = [
  {
    task: "answerBundling",
    when: (actor) => holds(actor, "buyer"),
    rows: ({ mine }) => sql`select distinct on (n.id) ${about("n")} from needs n
      join programme_needs p on p.need_id = n.id where p.status = 'proposed' and n.buyer_id = ${mine}`,
  },
  {
    task: "assessChallenge",
    when: (actor) => holds(actor, "curator"),
    rows: ({ me }) => sql`select ${about("c", sql`c.deadline`)} from challenges c
      where c.status = 'proposed' and c.proposed_by <> ${me}`,
  },
  {
    task: "improveChallenge",
    when: () => true,
    rows: ({ me }) => sql`select ${about("c", sql`c.deadline`)} from challenges c
      where c.status = 'returned' and c.proposed_by = ${me}`,
  },
  {
    task: "openChallenge",
    when: (actor) => holds(actor, "buyer", "curator"),
    rows: ({ mine }) => sql`select ${about("c", sql`c.deadline`)} from challenges c
      where c.status = 'accepted' and c.client_id = ${mine}`,
  },
  {
    task: "startReview",
    when: (actor) => holds(actor, "buyer", "curator"),
    rows: ({ mine }) => sql`select ${about("c", sql`c.deadline`)} from challenges c
      where c.status = 'open' and c.deadline <= clock_timestamp() and c.client_id = ${mine}`,
  },
  {
    task: "declareConflict",
    when: () => true,
    rows: ({ me }) => sql`select ${about("c", sql`c.deadline`)} from challenges c
      join challenge_reviewers r on r.challenge_id = c.id
      where r.person_id = ${me} and r.conflict = 'undeclared' and c.status in ('open', 'under-review')`,
  },
  {
    task: "review",
    when: () => true,
    rows: ({ me, ctx }) => sql`select challenges.id, challenges.title, challenges.language,
        null::timestamptz as deadline, count(*)::int as count
      from challenges join responses s on s.challenge_id = challenges.id and s.status = 'submitted'
      where challenges.status = 'under-review' and ${isFreeReviewer(ctx.actor)}
        and not exists (select 1 from reviews w
          where w.response_id = s.id and w.reviewer_id = ${me} and w.status = 'submitted')
      group by challenges.id`,
  },
  {
    task: "finishResponse",
    when: (actor) => holds(actor, "entrepreneur"),
    rows: ({ mine }) => sql`select ${about("s", sql`c.deadline`)} from responses s
      join challenges c on c.id = s.challenge_id
      where s.organisation_id = ${mine} and s.status = 'draft' and c.status = 'open' and c.deadline > clock_timestamp()`,
  },
  {
    task: "select",
    when: (actor) => holds(actor, "buyer", "curator"),
    rows: ({ mine }) => sql`select ${about("c")} from challenges c
      where c.status = 'under-review' and c.client_id = ${mine}
        and (select count(*) from challenge_reviewers r where r.challenge_id = c.id and r.conflict = 'none') >= 2
        and not exists (select 1 from responses s join challenge_reviewers r
            on r.challenge_id = s.challenge_id and r.conflict = 'none'
          where s.challenge_id = c.id and s.status = 'submitted' and not exists (select 1 from reviews w
            where w.response_id = s.id and w.reviewer_id = r.person_id and w.status = 'submitted'))`,
  },
  {
    task: "finishApplication",
    when: (actor) => actingFor(actor) !== null,
    rows: ({ me, mine }) => sql`select ${about("a")} from applications a
      where a.status = 'draft' and a.applicant_id = ${mine} and a.created_by = ${me}`,
  },
  {
    task: "assessApplication",
    when: (actor) => holds(actor, "funding-officer"),
    rows: ({ me, mine }) => sql`select ${about("a")} from applications a join funds f on f.id = a.fund_id
      where a.status = 'submitted' and f.owner_id = ${mine} and a.created_by <> ${me} and ${notOfApplicant(me)}`,
  },
  {
    task: "sign",
    when: (actor) => holds(actor, "approver"),
    rows: ({ me, mine }) => sql`select ${about("a")} from applications a join funds f on f.id = a.fund_id
      where a.status = 'assessed' and f.owner_id = ${mine}
        and ${me} is distinct from a.assessed_by and a.created_by <> ${me}
        and ${notOfApplicant(me)}
        and exists (select 1 from fund_mandates m
          where m.fund_id = f.id and m.person_id = ${me} and m.limit_cents >= a.amount_cents)
        and not exists (select 1 from signatures g where g.application_id = a.id and g.person_id = ${me}
          and g.application_version = a.version and g.voided_at is null)`,
  },
  {
    task: "publishDecision",
    when: (actor) => holds(actor, "funding-officer", "approver"),
    rows: ({ mine }) => sql`select ${about("d")} from decisions d
      where d.organisation_id = ${mine} and not exists (select 1 from decision_publications p where p.decision_id = d.id)`,
  },
  {
    task: "verifyOrganisation",
    when: (actor) => actor.isAdministrator,
    rows: ({
      mine,
    }) => sql`select o.id, o.name as title, null::text as language, null::timestamptz as deadline,
      null::int as count from organisations o where o.verified_at is null and o.id is distinct from ${mine}`,
  },
  {
    task: "acceptInvitation",
    when: () => true,
    rows: ({
      me,
    }) => sql`select i.id, o.name as title, null::text as language, i.expires_at as deadline, null::int as count
      from invitations i join persons p on p.email = i.email join organisations o on o.id = i.organisation_id
      where p.id = ${me} and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()`,
  },
  {
    task: "publishDiagnosis",
    when: (actor) => holds(actor, "curator", "analyst"),
    rows: ({
      mine,
    }) => sql`select r.id, r.title, null::text as language, null::timestamptz as deadline, null::int as count
      from diagnosis_rounds r where r.status = 'draft' and r.organisation_id = ${mine}`,
  },
  {
    task: "publishProgramme",
    when: (actor) => holds(actor, "curator"),
    rows: ({ mine }) =>
      sql`select ${about("p")} from programmes p where p.status = 'draft' and p.lead_id = ${mine}`,
  },
  {
    task: "measureResult",
    when: (actor) => holds(actor, "curator"),
    rows: ({
      mine,
    }) => sql`select ${about("i", sql`(i.target->>'reviewOn')::timestamptz`)} from interventions i
      where i.status = 'running' and i.owner_id = ${mine} and (i.target->>'reviewOn')::date <= current_date + 30`,
  },
  {
    task: "finishNeed",
    when: (actor) => holdsUnverified(actor, "buyer"),
    rows: ({ me, mine }) => sql`select ${about("n")} from needs n
      where n.status = 'draft' and n.buyer_id = ${mine} and n.created_by = ${me}`,
  },
  {
    task: "respond",
    when: (actor) => holds(actor, "entrepreneur"),
    rows: ({ mine }) => sql`select ${about("c", sql`c.deadline`)} from challenges c
      where c.status = 'open' and c.deadline > clock_timestamp() and c.client_id <> ${mine}
        and not exists (select 1 from responses s where s.challenge_id = c.id and s.organisation_id = ${mine})`,
  },
  {
    task: "pledge",
    when: (actor) => holds(actor, "partner"),
    rows: ({ mine, ctx }) => sql`select ${about("p")} from programmes p
      where p.status = 'published' and ${mayBeSeen(ctx.actor, "programme", sql`p.id`)}
        and not exists (select 1 from pledges g where g.programme_id = p.id and g.organisation_id = ${mine})`,
  },
  {
    task: "applyForMoney",
    when: (actor) => holds(actor, "entrepreneur"),
    rows: ({ mine }) => sql`select ${about("s")} from responses s
      join decisions d on d.response_id = s.id and d.kind = 'selection'
      where s.organisation_id = ${mine}
        and exists (select 1 from decision_publications p where p.decision_id = d.id)
        and not exists (select 1 from applications a where a.response_id = s.id)`,
  },
];
