import { type SQL, sql } from "drizzle-orm";
import { mayBeSeen } from "../../collaboration/queries/sight";
import { actingFor, holds, holdsUnverified, type Person } from "../../core/actor";
import type { Context } from "../../core/context";
import { needsVisibleTo } from "../../needs/visible";
import { isFreeReviewer } from "../../responses/visible";
import type { TaskName } from "../input";
import { askedOfPartner } from "./asked-of-partners";
import { startOf } from "./days";

export type PersonContext = Context & { actor: Person };
export type Who = { me: SQL; mine: SQL; ctx: PersonContext };
export type Source = {
  task: TaskName;
  /** Whether it can exist for the actor at all. */
  when: (actor: Person) => boolean;
  /** Its id, title, language, deadline, since when it waits and how many of the same. */
  rows: (who: Who) => SQL;
};

/** How long before its window starts a need is to be fixed in its programme: half a year. */
const DAYS_TO_FIX = 183;

const WITHOUT_DEADLINE = sql`null::timestamptz`;

const about = (alias: string, deadline: SQL = WITHOUT_DEADLINE, since?: SQL) => {
  const row = sql.raw(alias);
  return sql`${row}.id, ${row}.title, ${row}.language, ${deadline} as deadline,
    ${since ?? sql`${row}.created_at`} as since, null::int as count`;
};

const notOfApplicant = (me: SQL) => sql`not exists (select 1 from memberships m
  where m.person_id = ${me} and m.organisation_id = a.applicant_id)`;

/** Each kind of task: for whom it can exist at all, and where it shows in the tables. */
export const SOURCES: Source[] = [
  {
    task: "answerBundling",
    when: (actor) => holds(actor, "buyer"),
    rows: ({
      mine,
    }) => sql`select distinct on (n.id) ${about("n", startOf(sql`p.answer_by`), sql`coalesce(p.reminded_at, p.proposed_at)`)}
      from needs n
      join programme_needs p on p.need_id = n.id
      where p.status = 'proposed' and p.answer_by >= current_date and n.buyer_id = ${mine}
      order by n.id, p.answer_by`,
  },
  {
    task: "answerWindow",
    when: (actor) => holds(actor, "buyer"),
    rows: ({ mine }) => sql`select distinct on (n.id) ${about("n")}
      from needs n
      join programme_needs p on p.need_id = n.id
      join programmes on programmes.id = p.programme_id and programmes.status <> 'closed'
      where p.asked_start is not null and n.status = 'published' and n.buyer_id = ${mine}
        and (p.status = 'consented' or (p.status = 'proposed' and p.answer_by >= current_date))
      order by n.id`,
  },
  {
    task: "assessChallenge",
    when: (actor) => holds(actor, "curator"),
    rows: ({ me }) => sql`select ${about("c", sql`c.deadline`, sql`c.updated_at`)} from challenges c
      where c.status = 'proposed' and c.proposed_by <> ${me}`,
  },
  {
    task: "improveChallenge",
    when: () => true,
    rows: ({ me }) => sql`select ${about("c", sql`c.deadline`, sql`c.updated_at`)} from challenges c
      where c.status = 'returned' and c.proposed_by = ${me}`,
  },
  {
    task: "finishChallenge",
    when: () => true,
    rows: ({ me }) => sql`select ${about("c", sql`c.deadline`)} from challenges c
      where c.status = 'draft' and c.proposed_by = ${me}`,
  },
  {
    task: "openChallenge",
    when: (actor) => holds(actor, "buyer", "curator"),
    rows: ({ mine }) => sql`select ${about("c", sql`c.deadline`, sql`c.updated_at`)} from challenges c
      where c.status = 'accepted' and c.client_id = ${mine}`,
  },
  {
    task: "startReview",
    when: (actor) => holds(actor, "buyer", "curator"),
    rows: ({ mine }) => sql`select ${about("c", sql`c.deadline`, sql`c.deadline`)} from challenges c
      where c.status = 'open' and c.deadline <= clock_timestamp() and c.client_id = ${mine}`,
  },
  {
    task: "declareConflict",
    when: () => true,
    rows: ({ me }) => sql`select ${about("c", sql`c.deadline`, sql`r.assigned_at`)} from challenges c
      join challenge_reviewers r on r.challenge_id = c.id
      where r.person_id = ${me} and r.conflict = 'undeclared' and c.status in ('open', 'under-review')`,
  },
  {
    task: "review",
    when: () => true,
    rows: ({ me, ctx }) => sql`select challenges.id, challenges.title, challenges.language,
        null::timestamptz as deadline, coalesce(challenges.deadline, challenges.updated_at) as since, count(*)::int as count
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
    rows: ({ mine }) => sql`select ${about("c", WITHOUT_DEADLINE, sql`c.updated_at`)} from challenges c
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
    rows: ({
      me,
      mine,
    }) => sql`select ${about("a", WITHOUT_DEADLINE, sql`coalesce(a.submitted_at, a.updated_at)`)}
      from applications a join funds f on f.id = a.fund_id
      where a.status = 'submitted' and f.owner_id = ${mine} and a.created_by <> ${me} and ${notOfApplicant(me)}`,
  },
  {
    task: "sign",
    when: (actor) => holds(actor, "approver"),
    rows: ({ me, mine }) => sql`select ${about("a", WITHOUT_DEADLINE, sql`a.updated_at`)}
      from applications a join funds f on f.id = a.fund_id
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
    rows: ({ mine }) => sql`select ${about("d", WITHOUT_DEADLINE, sql`d.decided_at`)} from decisions d
      where d.organisation_id = ${mine} and not exists (select 1 from decision_publications p where p.decision_id = d.id)`,
  },
  {
    task: "verifyOrganisation",
    when: (actor) => actor.isAdministrator,
    rows: ({
      mine,
    }) => sql`select o.id, o.name as title, null::text as language, null::timestamptz as deadline,
        o.created_at as since, null::int as count
      from organisations o where o.verified_at is null and o.id is distinct from ${mine}`,
  },
  {
    task: "acceptInvitation",
    when: () => true,
    rows: ({ me }) => sql`select i.id, o.name as title, null::text as language, i.expires_at as deadline,
        i.created_at as since, null::int as count
      from invitations i join persons p on p.email = i.email join organisations o on o.id = i.organisation_id
      where p.id = ${me} and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()`,
  },
  {
    task: "publishDiagnosis",
    when: (actor) => holds(actor, "curator", "analyst"),
    rows: ({ mine }) => sql`select r.id, r.title, null::text as language, null::timestamptz as deadline,
        r.created_at as since, null::int as count
      from diagnosis_rounds r where r.status = 'draft' and r.organisation_id = ${mine}`,
  },
  {
    task: "publishProgramme",
    when: (actor) => holds(actor, "curator"),
    rows: ({ mine }) =>
      sql`select ${about("p")} from programmes p where p.status = 'draft' and p.lead_id = ${mine}`,
  },
  {
    task: "fixNeeds",
    when: (actor) => holds(actor, "curator"),
    rows: ({
      mine,
      ctx,
    }) => sql`select p.id, p.title, p.language, ${startOf(sql`min(needs.window_start)`)} as deadline,
        min(coalesce(l.decided_at, l.proposed_at)) as since, count(*)::int as count
      from programmes p join programme_needs l on l.programme_id = p.id and l.status = 'consented'
        join needs on needs.id = l.need_id
      where p.status = 'published' and p.lead_id = ${mine} and needs.status = 'published'
        and needs.window_end >= current_date and needs.window_start <= current_date + ${DAYS_TO_FIX}::int
        and ${needsVisibleTo(ctx.actor)}
      group by p.id`,
  },
  {
    task: "measureResult",
    when: (actor) => holds(actor, "curator"),
    rows: ({
      mine,
    }) => sql`select ${about("i", startOf(sql`(i.target->>'reviewOn')::date`))} from interventions i
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
    rows: ({
      mine,
    }) => sql`select ${about("c", sql`c.deadline`, sql`coalesce(c.opened_at, c.updated_at)`)} from challenges c
      where c.status = 'open' and c.deadline > clock_timestamp() and c.client_id <> ${mine}
        and not exists (select 1 from responses s where s.challenge_id = c.id and s.organisation_id = ${mine})`,
  },
  ...(["pledgeTraining", "pledgeResearch", "pledgeCapital"] as const).map((task) => ({
    task,
    when: (actor: Person) => askedOfPartner(actor)?.task === task,
    rows: ({ mine, ctx }: Who) => askedOfPartner(ctx.actor)!.rows(mine),
  })),
  {
    task: "pledge",
    when: (actor) => holds(actor, "partner"),
    rows: ({ mine, ctx }) => {
      const asked = askedOfPartner(ctx.actor);
      return sql`select ${about("p", WITHOUT_DEADLINE, sql`p.published_at`)} from programmes p
        where p.status = 'published' and ${mayBeSeen(ctx.actor, "programme", sql`p.id`)}
          and not exists (select 1 from pledges g
            where g.programme_id = p.id and g.organisation_id = ${mine} and g.status = 'offered')
          ${asked ? sql`and p.id not in (select a.id from (${asked.rows(mine)}) a)` : sql``}`;
    },
  },
  {
    task: "applyForMoney",
    when: (actor) => holds(actor, "entrepreneur"),
    rows: ({ mine }) => sql`select ${about("s", WITHOUT_DEADLINE, sql`d.decided_at`)} from responses s
      join decisions d on d.response_id = s.id and d.kind = 'selection'
      where s.organisation_id = ${mine}
        and exists (select 1 from decision_publications p where p.decision_id = d.id)
        and not exists (select 1 from applications a where a.response_id = s.id)`,
  },
];
