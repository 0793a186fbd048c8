import { type SQL, sql } from "drizzle-orm";
import { AREA_KINDS, SUBJECT_KINDS, type SubjectKind } from "@/db/enums";
import type { Changes } from "@/db/schema/events";
import { type Actor, isPerson } from "../../core/actor";
import type { Context } from "../../core/context";
import { found } from "../../core/errors";
import type { ActivityOf, HistoryOf, Subject } from "../input";
import { areasOf } from "./areas";
import { isOwn, mayBeSeen, reading } from "./sight";

export type PastEvent = {
  seq: number;
  at: Date;
  verb: string;
  kind: SubjectKind;
  subjectId: string;
  changes: Changes;
  /** Only told to who is signed in; null also for what the system did by itself. */
  actorName: string | null;
  isErased: boolean;
  hasActor: boolean;
  /** The reader did it themselves. */
  isMine: boolean;
  organisationName: string | null;
};

/** What an event was about, when it has a title of its own. */
export type Happening = PastEvent & { title: string | null; language: string | null };

/** Contact details never belong in a history, whatever was recorded. */
export const NEVER_SHOWN = ["contact", "email"];

/**
 * The events of one object, newest first. Who does not keep the object sees its past from its publication on.
 * @throws DomainError "not-found" when the actor may not see the object
 */
export async function historyOf(ctx: Context, { kind, id, before, limit }: HistoryOf): Promise<PastEvent[]> {
  return reading(ctx, async (tx) => {
    const subject = sql`${id}::uuid`;
    const [sight] = await tx.execute<{ seen: boolean; own: boolean }>(
      sql`select ${mayBeSeen(ctx.actor, kind, subject)} as seen, ${isOwn(ctx.actor, kind, subject)} as own`,
    );
    if (!sight?.seen) found(null);
    const rows = await tx.execute<Row>(sql`
      ${selection(sql`null::text`, sql`null::text`)} where e.subject_kind = ${kind} and e.subject_id = ${subject}
        and ${sight?.own ? sql`true` : sinceOpen(kind)} and ${earlier(before)}
      order by e.seq desc limit ${limit}`);
    return rows.map((row) => asPast(ctx.actor, row));
  });
}

/** What happened lately among all that the actor may see, newest first. */
export async function listActivity(ctx: Context, { kind, before, limit }: ActivityOf): Promise<Happening[]> {
  return reading(ctx, async (tx) => {
    const kinds = kind ? [kind] : FEED_KINDS;
    const rows = await tx.execute<Row>(sql`
      ${selection(title, language)} where ${seenAmong(ctx.actor, kinds)} and ${earlier(before)}
      order by e.seq desc limit ${limit}`);
    return rows.map((row) => ({ ...asPast(ctx.actor, row), title: row.title, language: row.language }));
  });
}

/**
 * What changed after `after` in what the actor follows, or calls upon them, by others, newest first. Of an ecosystem or cell
 * that is what happens to objects in it; what is said about them is for who follows those.
 */
export async function listFollowed(
  ctx: Context,
  { me, after, limit }: { me: string; after: number; limit: number },
): Promise<Happening[]> {
  return reading(ctx, async (tx) => {
    const rows = await tx.execute<Row>(sql`
      ${selection(title, language)}
      where e.seq > ${after} and (${isFollowed(me)} or ${mentions(me)})
        and e.actor_id is distinct from ${me}::uuid
        and ${seenAmong(ctx.actor, FEED_KINDS)}
      order by e.seq desc limit ${limit}`);
    return rows.map((row) => ({ ...asPast(ctx.actor, row), title: row.title, language: row.language }));
  });
}

/** Whether the actor may see the subject of a follow, a history or a topic. */
export async function canSee(ctx: Context, subjects: Subject[]): Promise<boolean[]> {
  if (subjects.length === 0) return [];
  return reading(ctx, async (tx) => {
    const seen = subjects.map(({ kind, id }) => mayBeSeen(ctx.actor, kind, sql`${id}::uuid`));
    const [row] = await tx.execute<{ seen: boolean[] }>(
      sql`select array[${sql.join(seen, sql`, `)}] as seen`,
    );
    return found(row).seen;
  });
}

/** A condition: the event came after this person began to follow what it is about. */
const isFollowed = (me: string) => sql`exists (
  select 1 from follows f where f.person_id = ${me}::uuid and e.at > f.created_at and (
    (f.subject_kind = ${aboutKind} and f.subject_id = ${aboutId}::text)
    or (f.subject_kind = any(${sql.param(AREA_KINDS)}::text[])
      and f.subject_id = any(${areasOf(sql`e.subject_kind`, sql`e.subject_id`)}))))`;

/** What an event is about: for a comment, what that is about. */
const aboutKind = sql`coalesce(c.subject_kind, e.subject_kind)`;
const aboutId = sql`coalesce(c.subject_id, e.subject_id)`;

const FEED_KINDS = SUBJECT_KINDS.filter((kind) => kind !== "person");

/** The events by which a draft came into the open. */
const OPENED: Partial<Record<SubjectKind, string[]>> = {
  need: ["need.published"],
  programme: ["programme.published"],
  challenge: ["challenge.opened"],
  diagnosis: ["diagnosis.published"],
};

/** What of an organisation concerns others than its members. */
const PUBLIC_OF_ORGANISATION = ["organisation.created", "organisation.changed", "organisation.verified"];

/** Who reviews, and what a buyer answered a curator, is the affair of those who keep the challenge or the need. */
const HIDDEN = [
  "challenge.reviewerAssigned",
  "challenge.reviewerRemoved",
  "challenge.conflictDeclared",
  "need.asked",
  "need.regrouped",
  "need.windowAsked",
  "need.windowDeclined",
  "need.refused",
  "need.released",
  "need.consentWithdrawn",
];

function sinceOpen(kind: SubjectKind): SQL {
  if (kind === "organisation") return sql`e.verb = any(${sql.param(PUBLIC_OF_ORGANISATION)}::text[])`;
  const verbs = OPENED[kind];
  if (!verbs) return sql`true`;
  return sql`(e.verb <> all(${sql.param(HIDDEN)}::text[])
    and e.seq >= (select min(o.seq) from events o where o.subject_kind = e.subject_kind
      and o.subject_id = e.subject_id and o.verb = any(${sql.param(verbs)}::text[])))`;
}

/** A condition on `events e`: what the actor may know of it, among these kinds. */
export function seenAmong(actor: Actor, kinds: SubjectKind[]): SQL {
  const each = kinds.map(
    (kind) => sql`(e.subject_kind = ${kind} and ${mayBeSeen(actor, kind, sql`e.subject_id`)}
      and (${isOwn(actor, kind, sql`e.subject_id`)} or ${sinceOpen(kind)}))`,
  );
  return sql`(${sql.join(each, sql` or `)})`;
}

const earlier = (before: number | undefined) => (before === undefined ? sql`true` : sql`e.seq < ${before}`);

const TITLED: Partial<Record<SubjectKind, string>> = {
  intervention: "interventions",
  need: "needs",
  programme: "programmes",
  pledge: "pledges",
  challenge: "challenges",
  response: "responses",
  application: "applications",
  decision: "decisions",
};

const perKind = (column: string) =>
  sql.join(
    Object.entries(TITLED).map(
      ([kind, table]) =>
        sql`when ${kind} then (select t.${sql.identifier(column)} from ${sql.identifier(table)} t where t.id = ${aboutId})`,
    ),
    sql` `,
  );

const title = sql`case ${aboutKind} ${perKind("title")}
  when 'organisation' then (select t.name from organisations t where t.id = ${aboutId})
  when 'fund' then (select t.name from funds t where t.id = ${aboutId})
  when 'diagnosis' then (select t.title from diagnosis_rounds t where t.id = ${aboutId}) end`;
const language = sql`case ${aboutKind} ${perKind("language")} end`;

/** A condition: the event is a comment that calls upon this person. */
const mentions = (me: string) =>
  sql`exists (select 1 from comment_mentions m where e.subject_kind = 'comment' and m.comment_id = e.subject_id
    and m.person_id = ${me}::uuid)`;

type Row = {
  seq: string;
  at: string | Date;
  verb: string;
  kind: SubjectKind;
  subject_id: string;
  changes: Changes;
  actor_id: string | null;
  actor_name: string | null;
  erased: boolean;
  organisation_name: string | null;
  title: string | null;
  language: string | null;
};

function selection(titleOf: SQL, languageOf: SQL): SQL {
  return sql`select e.seq, e.at, e.verb, ${aboutKind} as kind, ${aboutId} as subject_id, e.changes, e.actor_id,
      p.name as actor_name, p.erased_at is not null as erased, g.name as organisation_name,
      ${titleOf} as title, ${languageOf} as language
    from events e left join persons p on p.id = e.actor_id left join organisations g on g.id = e.organisation_id
      left join comments c on e.subject_kind = 'comment' and c.id = e.subject_id`;
}

function asPast(actor: Actor, row: Row): PastEvent {
  const shown = Object.entries(row.changes).filter(([field]) => !NEVER_SHOWN.includes(field));
  return {
    seq: Number(row.seq),
    at: new Date(row.at),
    verb: row.verb,
    kind: row.kind,
    subjectId: row.subject_id,
    changes: Object.fromEntries(shown),
    actorName: isPerson(actor) && !row.erased ? row.actor_name : null,
    isErased: row.erased,
    hasActor: row.actor_id !== null,
    isMine: isPerson(actor) && row.actor_id === actor.personId,
    organisationName: row.organisation_name,
  };
}
