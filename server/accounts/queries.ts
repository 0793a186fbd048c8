import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { identities, persons, sessions } from "@/db/schema/accounts";
import { challenges } from "@/db/schema/challenges";
import { comments } from "@/db/schema/collaboration";
import { events, follows, looks } from "@/db/schema/events";
import { applications, signatures } from "@/db/schema/funding";
import { interventions } from "@/db/schema/interventions";
import { needs } from "@/db/schema/needs";
import { mailSettings } from "@/db/schema/notifications";
import { invitations, memberships, organisations } from "@/db/schema/organisations";
import { pledges, programmes } from "@/db/schema/programmes";
import { reviews } from "@/db/schema/responses";
import { calendarFeeds, savedViews } from "@/db/schema/views";
import { type Person, personId } from "../core/actor";
import type { Context } from "../core/context";
import { found } from "../core/errors";

type PersonContext = Context & { actor: Person };

/** Who is signed in: name, the organisations to choose from, the one acted for. Null for a visitor. */
export async function getMe(ctx: Context) {
  const id = personId(ctx.actor);
  if (ctx.actor.kind === "visitor" || id === null) return null;
  const rows = await ctx.db
    .select({
      person: {
        id: persons.id,
        name: persons.name,
        email: persons.email,
        language: persons.language,
        persona: persons.persona,
        isAdministrator: persons.isAdministrator,
      },
      organisation: organisationFacts,
      roles: memberships.roles,
    })
    .from(persons)
    .leftJoin(memberships, eq(memberships.personId, persons.id))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(persons.id, id))
    .orderBy(asc(organisations.name));
  return {
    ...found(rows[0]).person,
    organisations: rows.flatMap(({ organisation, roles }) =>
      organisation && roles ? [{ ...organisation, roles }] : [],
    ),
    actingFor: ctx.actor.organisation,
  };
}

export type Me = NonNullable<Awaited<ReturnType<typeof getMe>>>;

const organisationFacts = {
  id: organisations.id,
  name: organisations.name,
  kind: organisations.kind,
  isDemonstration: organisations.isDemonstration,
  isVerified: sql<boolean>`${organisations.verifiedAt} is not null`,
};

function organisationsOf(ctx: Context, id: string) {
  return ctx.db
    .select({ ...organisationFacts, roles: memberships.roles })
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

/** Everything that is kept about the person who asks, for a file of their own. */
export async function exportOwnData(ctx: PersonContext) {
  const id = ctx.actor.personId;
  const { db } = ctx;
  const [person] = await db.select().from(persons).where(eq(persons.id, id));
  const { email } = found(person);
  return {
    exportedAt: ctx.now,
    person,
    organisations: await organisationsOf(ctx, id),
    sessions: await db.select().from(sessions).where(eq(sessions.personId, id)),
    identities: await db.select().from(identities).where(eq(identities.personId, id)),
    invitations: email
      ? await db
          .select({
            organisationId: invitations.organisationId,
            roles: invitations.roles,
            createdAt: invitations.createdAt,
            acceptedAt: invitations.acceptedAt,
          })
          .from(invitations)
          .where(eq(invitations.email, email))
      : [],
    follows: await db.select().from(follows).where(eq(follows.personId, id)),
    comments: await db.select().from(comments).where(eq(comments.authorId, id)),
    views: await db.select().from(savedViews).where(eq(savedViews.personId, id)),
    calendars: await db
      .select({
        viewId: calendarFeeds.viewId,
        createdAt: calendarFeeds.createdAt,
        readAt: calendarFeeds.readAt,
      })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.personId, id)),
    looks: await db.select().from(looks).where(eq(looks.personId, id)),
    mail: await db.select().from(mailSettings).where(eq(mailSettings.personId, id)),
    made: {
      interventions: await db
        .select(made(interventions))
        .from(interventions)
        .where(eq(interventions.createdBy, id)),
      needs: await db.select(made(needs)).from(needs).where(eq(needs.createdBy, id)),
      programmes: await db.select(made(programmes)).from(programmes).where(eq(programmes.createdBy, id)),
      pledges: await db.select(made(pledges)).from(pledges).where(eq(pledges.createdBy, id)),
      challenges: await db.select(made(challenges)).from(challenges).where(eq(challenges.proposedBy, id)),
      applications: await db
        .select(made(applications))
        .from(applications)
        .where(eq(applications.createdBy, id)),
    },
    reviews: await db.select().from(reviews).where(eq(reviews.reviewerId, id)),
    signatures: await db.select().from(signatures).where(eq(signatures.personId, id)),
    acts: await db
      .select({ at: events.at, verb: events.verb, kind: events.subjectKind, subjectId: events.subjectId })
      .from(events)
      .where(eq(events.actorId, id))
      .orderBy(asc(events.seq)),
  };
}

function made<I, T, C>(table: { id: I; title: T; createdAt: C }) {
  return { id: table.id, title: table.title, createdAt: table.createdAt };
}
