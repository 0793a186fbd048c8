import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type { SubjectKind } from "@/db/enums";
import type { Changes } from "@/db/schema/events";
import { actingFor, personId } from "./actor";
import type { Context, Transaction } from "./context";

export type Act = {
  verb: string;
  subject: { kind: SubjectKind; id: string };
  changes?: Changes;
  /** Further topics whose open pages should look again, beside the subject's own. */
  topics?: string[];
};

/**
 * Appends the act to the one log and nudges open pages, in the transaction of the act. Call it last: from here to the
 * commit all other writers wait. The topics told are the subject (`need:…`), its kind (`need`) and those given.
 */
export async function recordEvent(tx: Transaction, ctx: Context, act: Act): Promise<void> {
  const { kind, id } = act.subject;
  const topics = [`${kind}:${id}`, kind, ...(act.topics ?? [])];
  await tx.execute(sql`select record_event(
    ${personId(ctx.actor)}::uuid, ${actingFor(ctx.actor)?.id ?? null}::uuid, ${act.verb}, ${kind}, ${id}::uuid,
    ${JSON.stringify(act.changes ?? {})}::jsonb, ${sql.param(topics)}::text[])`);
}

/** Nothing tells later whether one of these was nudged: who comes to listen looks at once. */
const PASSING = ["carets", "narrative", "imports"] as const;
type PassingTopic = `${(typeof PASSING)[number]}:${string}`;

export const isPassing = (topic: string): boolean => PASSING.some((kind) => topic.startsWith(`${kind}:`));

/** Nudges open pages when the transaction commits, for what is nobody's history: where a caret stands, a keystroke. */
export async function nudge(tx: Pick<Transaction, "execute">, topics: PassingTopic[]): Promise<void> {
  await tx.execute(sql`select pg_notify('bundel', ${JSON.stringify({ topics })})`);
}

/**
 * Appends many acts in their order, as `recordEvent` does one; for whole files. Topics are told once: the kinds, and
 * those given with the acts.
 */
export async function recordEvents(tx: Transaction, ctx: Context, acts: Act[]): Promise<void> {
  if (acts.length === 0) return;
  const rows = acts.map(({ verb, subject, changes }) => ({
    verb,
    kind: subject.kind,
    subject: subject.id,
    changes: changes ?? {},
  }));
  const topics = new Set(acts.flatMap(({ subject, topics }) => [subject.kind, ...(topics ?? [])]));
  await tx.execute(sql`select record_events(
    ${personId(ctx.actor)}::uuid, ${actingFor(ctx.actor)?.id ?? null}::uuid,
    ${JSON.stringify(rows)}::jsonb, ${sql.param([...topics])}::text[])`);
}

/** Before and after of the fields that differ; the order of keys, which the database does not keep, is no difference. */
export function changesOf<T extends Record<string, unknown>>(
  before: Partial<T>,
  after: Partial<T>,
  fields: readonly (keyof T & string)[],
): Changes {
  const changed = fields.filter((field) => !isDeepStrictEqual(plain(before[field]), plain(after[field])));
  return Object.fromEntries(changed.map((field) => [field, { from: before[field], to: after[field] }]));
}

const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
