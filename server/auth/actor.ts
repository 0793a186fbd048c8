import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons, sessions } from "@/db/schema/accounts";
import { eventHead } from "@/db/schema/events";
import { memberships, organisations } from "@/db/schema/organisations";
import { type Actor, type Person, visitor } from "../core/actor";

/**
 * A person as each organisation that they belong to, for what is done for them while they are away; of no organisation,
 * as themselves alone. None for an erased account.
 */
export async function actorsOf(db: Database, personId: string): Promise<Person[]> {
  const rows = await db
    .select({
      isAdministrator: persons.isAdministrator,
      organisation: organisations,
      roles: memberships.roles,
    })
    .from(persons)
    .leftJoin(memberships, eq(memberships.personId, persons.id))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(persons.id, personId), isNull(persons.erasedAt)))
    .orderBy(memberships.createdAt);
  return rows.map(({ isAdministrator, organisation, roles }) => ({
    kind: "person",
    personId,
    sessionId: null,
    isAdministrator,
    organisation: organisation &&
      roles && {
        id: organisation.id,
        name: organisation.name,
        kind: organisation.kind,
        isVerified: organisation.verifiedAt !== null,
        roles,
      },
  }));
}

/**
 * The person behind a session, as the database knows them now: a revoked session is a visitor, and a role taken away
 * is gone at the next request. With it, in one query, the place in the log at which that is so.
 */
export async function readSession(
  db: Database,
  sessionId: string,
): Promise<{ actor: Actor; asOf: number | undefined }> {
  const [row] = await db
    .select({
      asOf: sql<number>`(select ${eventHead.seq} from ${eventHead})`.mapWith(Number),
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
  if (!row) return { actor: visitor, asOf: undefined };
  const actor: Person = {
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
  return { actor, asOf: row.asOf };
}
