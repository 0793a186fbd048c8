import { and, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import { type Actor, actingFor } from "../core/actor";
import { authorize, transition } from "../core/command";
import type { Context } from "../core/context";
import { found } from "../core/errors";
import { programmeLifecycle } from "./lifecycle";
import { programmePolicy } from "./policy";

/** The twin of the policy's `read`: a condition on programmes. */
export function programmesVisibleTo(actor: Actor): SQL {
  const own = actingFor(actor);
  const shown = isNotNull(programmes.publishedAt);
  if (!own) return shown;
  const asked = sql`exists (select 1 from programme_needs p join needs n on n.id = p.need_id
    where p.programme_id = ${programmes.id} and n.buyer_id = ${own.id})`;
  return or(shown, eq(programmes.leadId, own.id), asked)!;
}

type Reading = Pick<Context, "actor"> & { db: Pick<Context["db"], "select"> };

/** A programme that the actor may see. @throws DomainError "not-found" */
export async function requireVisible({ db, actor }: Reading, id: string) {
  const [row] = await db
    .select()
    .from(programmes)
    .where(and(eq(programmes.id, id), programmesVisibleTo(actor)));
  const { search: _, ...programme } = found(row);
  return programme;
}

/**
 * A programme of which the organisation acted for may ask for needs.
 * @throws DomainError when it does not exist, is not theirs, or is closed
 */
export async function requireLead(ctx: Reading, id: string) {
  const programme = await requireVisible(ctx, id);
  authorize(ctx.actor, programmePolicy, "propose", programme);
  transition(programmeLifecycle, programme.status, "propose");
  return programme;
}
