import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons, sessions } from "@/db/schema/accounts";
import { memberships, organisations } from "@/db/schema/organisations";
import { type Actor, visitor } from "../core/actor";

/**
 * The person behind a session, as the database knows them now: a revoked session is a visitor, and a role taken away
 * is gone at the next request. One query.
 */
export async function actorOfSession(db: Database, sessionId: string): Promise<Actor> {
  const [row] = await db
    .select({
      personId: persons.id,
      isAdministrator: persons.isAdministrator,
      organisationId: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      verifiedAt: organisations.verifiedAt,
      roles: memberships.roles,
    })
    .from(sessions)
    .innerJoin(persons, eq(persons.id, sessions.personId))
    .leftJoin(
      memberships,
      and(eq(memberships.personId, persons.id), eq(memberships.organisationId, sessions.organisationId)),
    )
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        isNull(persons.erasedAt),
        gt(sessions.expiresAt, sql`now()`),
      ),
    );
  if (!row) return visitor;
  return {
    kind: "person",
    personId: row.personId,
    sessionId,
    isAdministrator: row.isAdministrator,
    organisation:
      row.organisationId && row.name && row.kind && row.roles
        ? {
            id: row.organisationId,
            name: row.name,
            kind: row.kind,
            isVerified: row.verifiedAt !== null,
            roles: row.roles,
          }
        : null,
  };
}
