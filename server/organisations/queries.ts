import { and, asc, count, eq, gt, ilike, isNull, sql } from "drizzle-orm";
import { persons } from "@/db/schema/accounts";
import { invitations, memberships, organisations } from "@/db/schema/organisations";
import { type Actor, isPerson, personId } from "../core/actor";
import type { Context } from "../core/context";
import { found } from "../core/errors";
import { abilitiesOf, allows } from "../core/policy";
import { type ListOrganisations, PAGE_SIZE } from "./input";
import { organisationLifecycle, statusOf } from "./lifecycle";
import { organisationPolicy, ROLES_OF_KIND } from "./policy";

const shown = {
  id: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  kind: organisations.kind,
  isDemonstration: organisations.isDemonstration,
  verifiedAt: organisations.verifiedAt,
};

/** Organisations are public; who works there is not. */
export async function listOrganisations(
  ctx: Context,
  { text, kind, onlyUnverified, page }: ListOrganisations,
) {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const where = and(
    text === "" ? undefined : ilike(organisations.name, pattern),
    kind ? eq(organisations.kind, kind) : undefined,
    onlyUnverified ? isNull(organisations.verifiedAt) : undefined,
  );
  const rows = await ctx.db
    .select(shown)
    .from(organisations)
    .where(where)
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { rows, total: await ctx.db.$count(organisations, where), pageSize: PAGE_SIZE };
}

/** @throws DomainError "not-found" */
export async function getOrganisation(ctx: Context, id: string) {
  const row = found((await ctx.db.select().from(organisations).where(eq(organisations.id, id)))[0]);
  const mayInvite = allows(organisationPolicy, ctx.actor, "invite", row);
  const maySee = allows(organisationPolicy, ctx.actor, "seeMembers", row);
  const { registrationNumber, emailDomain, verifiedBy, createdAt, ...rest } = row;
  return {
    ...rest,
    registrationNumber,
    emailDomain: maySee ? emailDomain : null,
    createdAt,
    status: statusOf(row),
    possibleRoles: ROLES_OF_KIND[row.kind],
    members: maySee ? await membersOf(ctx, id, mayInvite) : null,
    memberCount: await ctx.db.$count(memberships, eq(memberships.organisationId, id)),
    invitations: mayInvite ? await openInvitations(ctx, id) : [],
    abilities: abilitiesOf(organisationPolicy, organisationLifecycle, ctx.actor, {
      ...row,
      status: statusOf(row),
    }),
  };
}

export type Organisation = Awaited<ReturnType<typeof getOrganisation>>;

/** The open invitations to the address of the person who asks. */
export async function listOwnInvitations(ctx: Context) {
  const email = await ownAddress(ctx);
  if (email === null) return [];
  return ctx.db
    .select({
      id: invitations.id,
      organisationId: organisations.id,
      organisation: organisations.name,
      isDemonstration: organisations.isDemonstration,
      roles: invitations.roles,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(and(eq(invitations.email, email), isOpen))
    .orderBy(asc(invitations.expiresAt));
}

/** How many organisations wait for an administrator. */
export async function countUnverified(ctx: Context): Promise<number> {
  if (!isAdministrator(ctx.actor)) return 0;
  const [row] = await ctx.db
    .select({ count: count() })
    .from(organisations)
    .where(isNull(organisations.verifiedAt));
  return row?.count ?? 0;
}

export const isOpen = and(
  isNull(invitations.acceptedAt),
  isNull(invitations.revokedAt),
  gt(invitations.expiresAt, sql`now()`),
);

const isAdministrator = (actor: Actor) => isPerson(actor) && actor.isAdministrator;

async function ownAddress(ctx: Context): Promise<string | null> {
  const id = personId(ctx.actor);
  if (id === null) return null;
  const [person] = await ctx.db.select({ email: persons.email }).from(persons).where(eq(persons.id, id));
  return person?.email ?? null;
}

async function membersOf(ctx: Context, id: string, withAddress: boolean) {
  const rows = await ctx.db
    .select({ personId: persons.id, name: persons.name, email: persons.email, roles: memberships.roles })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(eq(memberships.organisationId, id))
    .orderBy(asc(persons.name), asc(persons.id));
  return rows.map(({ email, ...row }) => ({ ...row, email: withAddress ? email : null }));
}

function openInvitations(ctx: Context, id: string) {
  return ctx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      roles: invitations.roles,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(eq(invitations.organisationId, id), isOpen))
    .orderBy(asc(invitations.createdAt));
}
