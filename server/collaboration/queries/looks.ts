import { and, eq, sql } from "drizzle-orm";
import type { SubjectKind } from "@/db/enums";
import { looks } from "@/db/schema/events";
import { isPerson } from "../../core/actor";
import type { Context } from "../../core/context";
import { headOf } from "../../core/while-unchanged";
import { type ChangedAt, type Place, type Subject, topicOf } from "../input";
import { seenAmong } from "./history";
import { reading } from "./sight";

/** Up to which event, and when; `at` is null for who never looked here. */
export type LastLook = { seq: number; at: Date | null };

/** When the actor last looked here; null for a visitor. */
export async function lastLook(ctx: Context, at: Subject | Place): Promise<LastLook | null> {
  if (!isPerson(ctx.actor)) return null;
  const [look] = await ctx.db
    .select({ seq: looks.seq, at: looks.at })
    .from(looks)
    .where(and(eq(looks.personId, ctx.actor.personId), eq(looks.topic, topicOf(at))));
  return look ?? { seq: 0, at: null };
}

export type Changed = { count: number; lastSeq: number };

/**
 * What of these subjects others changed since the actor last looked at this place or, if that was later, at the subject
 * itself; by topic (`need:…`), only what may be seen. Empty for a visitor, and for who never looked here.
 */
export async function changedSince(
  ctx: Context,
  subjects: Subject[],
  place: Place = "activity",
): Promise<Map<string, Changed>> {
  const { actor } = ctx;
  const look = await lastLook(ctx, place);
  if (!isPerson(actor) || !look?.at || subjects.length === 0) return new Map();
  const kinds = [...new Set(subjects.map(({ kind }) => kind))];
  const rows = await reading(ctx, (tx) =>
    tx.execute<{ kind: SubjectKind; id: string; count: number; last: string }>(sql`
      select e.subject_kind as kind, e.subject_id as id, count(*)::int as count, max(e.seq) as last
      from unnest(${sql.param(subjects.map(({ kind }) => kind))}::text[], ${sql.param(subjects.map(({ id }) => id))}::uuid[]) as s(kind, id)
        join events e on e.subject_kind = s.kind and e.subject_id = s.id and e.seq > ${look.seq}
        left join looks l on l.person_id = ${actor.personId}::uuid and l.topic = s.kind || ':' || s.id
      where e.seq > coalesce(l.seq, 0) and e.actor_id is distinct from ${actor.personId}::uuid
        and ${seenAmong(actor, kinds)}
      group by e.subject_kind, e.subject_id`),
  );
  return new Map(
    rows.map(({ kind, id, count, last }) => [topicOf({ kind, id }), { count, lastSeq: Number(last) }]),
  );
}

/** What a view of many things marks: which of them others changed since the actor last looked, and up to where it shows. */
export type News = { at: Date | null; head: number; changed: string[] };

/** The marks of a view; null for a visitor, who is not remembered. */
export async function newsAt(ctx: Context, { place, subjects }: ChangedAt): Promise<News | null> {
  if (!isPerson(ctx.actor)) return null;
  const [look, head] = await Promise.all([lastLook(ctx, place), headOf(ctx)]);
  const changed = look?.at ? await changedSince(ctx, subjects, place) : new Map();
  return { at: look?.at ?? null, head, changed: [...changed.keys()] };
}
