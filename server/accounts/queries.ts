import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { persons, sessions } from "@/db/schema/accounts";
import { memberships, organisations } from "@/db/schema/organisations";
import { type Person, personId } from "../core/actor";
import type { Context } from "../core/context";
import { found } from "../core/errors";

type PersonContext = Context & { actor: Person };

/** Who is signed in: name, the organisations to choose from, the one acted for. Null for a visitor. */
export async function getMe(ctx: Context) {
  const id = personId(ctx.actor);
  if (ctx.actor.kind === "visitor" || id === null) return null;
  const [person] = await ctx.db
    .select({
      id: persons.id,
      name: persons.name,
      email: persons.email,
      language: persons.language,
      persona: persons.persona,
      isAdministrator: persons.isAdministrator,
    })
    .from(persons)
    .where(eq(persons.id, id));
  return {
    ...found(person),
    organisations: await organisationsOf(ctx, id),
    actingFor: ctx.actor.organisation,
  };
}

export type Me = NonNullable<Awaited<ReturnType<typeof getMe>>>;

function organisationsOf(ctx: Context, id: string) {
  return ctx.db
    .select({
      id: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      isDemonstration: organisations.isDemonstration,
      isVerified: sql<boolean>`${organisations.verifiedAt} is not null`,
      roles: memberships.roles,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.personId, id))
    .orderBy(asc(organisations.name));
}

/** The own sessions that still work, newest first. */
export async function listSessions(ctx: PersonContext) {
  const rows = await ctx.db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, ctx.actor.personId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`now()`),
      ),
    )
    .orderBy(desc(sessions.createdAt));
  return rows.map((row) => ({ ...row, isThisOne: row.id === ctx.actor.sessionId }));
}
