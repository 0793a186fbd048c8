import { and, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { needs } from "@/db/schema/needs";
import { type Actor, actingFor, isPerson } from "../core/actor";

/** The twin of the policy's `read`: a condition on needs. */
export function needsVisibleTo(actor: Actor): SQL {
  const own = actingFor(actor);
  const shown = [eq(needs.visibility, "public")];
  if (isPerson(actor)) shown.push(eq(needs.visibility, "signed-in"));
  if (own)
    shown.push(
      sql`(${needs.visibility} = 'invited' and exists (select 1 from need_invitations i where i.need_id = ${needs.id} and i.organisation_id = ${own.id}))`,
    );
  const published = and(isNotNull(needs.publishedAt), or(...shown))!;
  return own ? or(published, eq(needs.buyerId, own.id))! : published;
}
