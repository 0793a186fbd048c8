import { sql } from "drizzle-orm";
import type { Changes } from "@/db/schema/events";
import type { Context } from "../../core/context";
import { found } from "../../core/errors";
import type { EarlierOf } from "../input";
import { NEVER_SHOWN } from "./history";
import { isOwn, mayBeSeen, reading } from "./sight";

/** The log names those who take part; the form chooses them. */
const NOT_RESTORED = ["partners"];

/**
 * The fields of an object that changed after an event, with the values that they had just after it: what a form sets to
 * restore it. Restoring is an ordinary change, by who may change it.
 * @throws DomainError "not-found" when there is no such event, or the actor does not keep the object
 */
export async function earlierState(ctx: Context, { kind, id, seq }: EarlierOf) {
  return reading(ctx, async (tx) => {
    const subject = sql`${id}::uuid`;
    const [then] = await tx.execute<{ at: string | Date }>(sql`
      select e.at from events e where e.seq = ${seq} and e.subject_kind = ${kind} and e.subject_id = ${subject}
        and ${mayBeSeen(ctx.actor, kind, subject)} and ${isOwn(ctx.actor, kind, subject)}`);
    const { at } = found(then);
    const later = await tx.execute<{ changes: Changes }>(sql`
      select e.changes from events e where e.subject_kind = ${kind} and e.subject_id = ${subject} and e.seq > ${seq}
      order by e.seq desc`);
    const values: Record<string, unknown> = {};
    // From the newest back to that event: the last word is that of the change that came next after it.
    for (const { changes } of later)
      for (const [field, change] of Object.entries(changes)) values[field] = change?.from ?? null;
    for (const field of [...NEVER_SHOWN, ...NOT_RESTORED]) delete values[field];
    return { at: new Date(at), values };
  });
}

export type Earlier = Awaited<ReturnType<typeof earlierState>>;
