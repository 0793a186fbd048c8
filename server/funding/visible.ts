import { and, eq, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import { applications, decisionPublications, decisions, funds } from "@/db/schema/funding";
import { type Actor, actingFor, holds } from "../core/actor";

/** The twin of the application policy's `read`: a condition on applications joined with their fund. */
export function applicationsVisibleTo(actor: Actor): SQL {
  const own = actingFor(actor);
  if (!own) return sql`false`;
  const shown = [eq(applications.applicantId, own.id)];
  if (holds(actor, "funding-officer", "approver", "controller"))
    shown.push(and(eq(funds.ownerId, own.id), ne(applications.status, "draft"))!);
  return or(...shown)!;
}

/** The twin of the decision policy's `read`: a condition on decisions with their publication, if there is one. */
export function decisionsVisibleTo(actor: Actor): SQL {
  const own = actingFor(actor);
  const isPublic = isNotNull(decisionPublications.decisionId);
  return own ? or(isPublic, eq(decisions.organisationId, own.id))! : isPublic;
}
