import { createHash, randomBytes } from "node:crypto";
import { and, arrayContains, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { OrganisationKind, Role } from "@/db/enums";
import { persons, sessions } from "@/db/schema/accounts";
import { invitations, memberships, organisations } from "@/db/schema/organisations";
import type { Person } from "../core/actor";
import { authorize, refuseStale, transition } from "../core/command";
import type { Context, Transaction } from "../core/context";
import { brokenRule, found } from "../core/errors";
import { changesOf, recordEvent } from "../core/events";
import { logFailure } from "../core/log";
import { sendInvitation } from "../mail/invitation";
import type {
  ChangeOrganisation,
  CreateOrganisation,
  Invite,
  RemoveMember,
  SetRoles,
  VerifyOrganisation,
} from "./input";
import { organisationLifecycle, statusOf } from "./lifecycle";
import { organisationPolicy, ROLES_OF_KIND } from "./policy";
import { isOpen } from "./queries";

type PersonContext = Context & { actor: Person };

const INVITATION_DAYS = 14;
const FIELDS = ["name", "kind", "registrationNumber", "emailDomain"] as const;

/** Registers an organisation, not verified yet; who does so becomes its manager and, without another, acts for it. */
export async function createOrganisation(ctx: PersonContext, input: CreateOrganisation) {
  const { personId, sessionId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .insert(organisations)
      .values({ ...input, slug: slugOf(input.name) })
      .returning();
    const { id, version } = found(row);
    const roles = ROLES_OF_KIND[input.kind].slice(0, 2);
    await tx.insert(memberships).values({ organisationId: id, personId, roles: [...roles] });
    if (sessionId && ctx.actor.organisation === null)
      await tx.update(sessions).set({ organisationId: id }).where(eq(sessions.id, sessionId));
    await recordEvent(tx, ctx, {
      verb: "organisation.created",
      subject: { kind: "organisation", id },
      changes: changesOf({}, input, FIELDS),
    });
    return { id, version };
  });
}

/** Changes an organisation's details. Under another name or number it waits for verification again. */
export async function changeOrganisation(ctx: PersonContext, { id, version, ...input }: ChangeOrganisation) {
  return ctx.db.transaction(async (tx) => {
    const before = await locked(tx, id);
    authorize(ctx.actor, organisationPolicy, "change", before);
    refuseStale(before, version);
    const isRenamed = before.name !== input.name || before.registrationNumber !== input.registrationNumber;
    if (isRenamed) transition(organisationLifecycle, statusOf(before), "rename");
    const unverified = isRenamed ? { verifiedAt: null, verifiedBy: null } : {};
    await tx
      .update(organisations)
      .set({ ...input, ...unverified, version: version + 1 })
      .where(eq(organisations.id, id));
    await recordEvent(tx, ctx, {
      verb: "organisation.changed",
      subject: { kind: "organisation", id },
      changes: changesOf(before, input, ["name", "registrationNumber", "emailDomain"]),
    });
    return { id, version: version + 1 };
  });
}

/** Confirms that an organisation is what it says; from then on its roles count. */
export async function verifyOrganisation(ctx: PersonContext, { id, version }: VerifyOrganisation) {
  return ctx.db.transaction(async (tx) => {
    const before = await locked(tx, id);
    authorize(ctx.actor, organisationPolicy, "verify", before);
    const status = transition(organisationLifecycle, statusOf(before), "verify");
    refuseStale(before, version);
    await tx
      .update(organisations)
      .set({ verifiedAt: sql`now()`, verifiedBy: ctx.actor.personId, version: version + 1 })
      .where(eq(organisations.id, id));
    await recordEvent(tx, ctx, {
      verb: "organisation.verified",
      subject: { kind: "organisation", id },
      changes: { status: { from: statusOf(before), to: status } },
    });
    return { id, version: version + 1 };
  });
}

/**
 * Invites someone by mail. The link in it is a secret of which only the hash is kept; an earlier open invitation of
 * the same address is replaced. The address stays out of the log.
 */
export async function invite(ctx: PersonContext, { id, email, roles }: Invite) {
  const token = randomBytes(32).toString("hex");
  const { name, invitationId } = await ctx.db.transaction(async (tx) => {
    const row = await locked(tx, id);
    authorize(ctx.actor, organisationPolicy, "invite", row);
    refuseForeignRoles(row.kind, roles);
    const isMember = await tx
      .select({ id: persons.id })
      .from(memberships)
      .innerJoin(persons, eq(persons.id, memberships.personId))
      .where(and(eq(memberships.organisationId, id), eq(persons.email, email)));
    if (isMember.length > 0) throw brokenRule("organisations.alreadyMember");
    await revokeOpen(tx, and(eq(invitations.organisationId, id), eq(invitations.email, email)));
    const [made] = await tx
      .insert(invitations)
      .values({
        organisationId: id,
        email,
        roles,
        tokenHash: hashOf(token),
        invitedBy: ctx.actor.personId,
        expiresAt: new Date(ctx.now.getTime() + INVITATION_DAYS * 86_400_000),
      })
      .returning({ id: invitations.id });
    await recordEvent(tx, ctx, {
      verb: "organisation.invited",
      subject: { kind: "organisation", id },
      changes: { roles: { to: roles } },
    });
    return { name: row.name, invitationId: found(made).id };
  });
  try {
    await sendInvitation(ctx.db, { to: email, organisation: name, token });
    return { id: invitationId, sent: true };
  } catch (error) {
    logFailure(error, "organisations.invite");
    return { id: invitationId, sent: false };
  }
}

export async function revokeInvitation(ctx: PersonContext, invitationId: string) {
  return ctx.db.transaction(async (tx) => {
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(eq(invitations.id, invitationId))
      .for("update");
    const id = found(invitation).organisationId;
    const row = await locked(tx, id);
    authorize(ctx.actor, organisationPolicy, "invite", row);
    await revokeOpen(tx, eq(invitations.id, invitationId));
    await recordEvent(tx, ctx, {
      verb: "organisation.invitationRevoked",
      subject: { kind: "organisation", id },
    });
    return { id: invitationId };
  });
}

/** Joins by the secret of the mail. */
export const acceptByToken = (ctx: PersonContext, token: string) =>
  accept(ctx, eq(invitations.tokenHash, hashOf(token)));

/** Joins by an invitation to one's own address, without the mail. */
export const acceptOwn = (ctx: PersonContext, invitationId: string) =>
  accept(ctx, eq(invitations.id, invitationId));

/** Gives a member other roles; an organisation always keeps a manager. */
export async function setRoles(ctx: PersonContext, { id, personId, roles }: SetRoles) {
  return ctx.db.transaction(async (tx) => {
    const row = await locked(tx, id);
    authorize(ctx.actor, organisationPolicy, "setRoles", row);
    refuseForeignRoles(row.kind, roles);
    const before = await member(tx, id, personId);
    if (!roles.includes("manager")) await refuseLastManager(tx, id, personId);
    await tx
      .update(memberships)
      .set({ roles })
      .where(and(eq(memberships.organisationId, id), eq(memberships.personId, personId)));
    await recordEvent(tx, ctx, {
      verb: "organisation.rolesChanged",
      subject: { kind: "organisation", id },
      changes: { personId: { to: personId }, roles: { from: before.roles, to: roles } },
    });
    return { id };
  });
}

export async function removeMember(ctx: PersonContext, { id, personId }: RemoveMember) {
  return ctx.db.transaction(async (tx) => {
    const row = await locked(tx, id);
    authorize(ctx.actor, organisationPolicy, "removeMember", row);
    await member(tx, id, personId);
    await refuseLastManager(tx, id, personId);
    await tx
      .delete(memberships)
      .where(and(eq(memberships.organisationId, id), eq(memberships.personId, personId)));
    await recordEvent(tx, ctx, {
      verb: "organisation.memberRemoved",
      subject: { kind: "organisation", id },
      changes: { personId: { from: personId } },
    });
    return { id };
  });
}

async function accept(ctx: PersonContext, which: SQL) {
  const { personId, sessionId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const [invitation] = await tx.select().from(invitations).where(and(which, isOpen)).for("update");
    const { id: invitationId, organisationId: id, email, roles } = found(invitation);
    const [own] = await tx.select({ email: persons.email }).from(persons).where(eq(persons.id, personId));
    if (own?.email?.toLowerCase() !== email.toLowerCase()) throw brokenRule("organisations.otherAddress");
    await tx.update(invitations).set({ acceptedAt: sql`now()` }).where(eq(invitations.id, invitationId));
    await tx
      .insert(memberships)
      .values({ organisationId: id, personId, roles })
      .onConflictDoUpdate({ target: [memberships.organisationId, memberships.personId], set: { roles } });
    if (sessionId && ctx.actor.organisation === null)
      await tx.update(sessions).set({ organisationId: id }).where(eq(sessions.id, sessionId));
    await recordEvent(tx, ctx, {
      verb: "organisation.joined",
      subject: { kind: "organisation", id },
      changes: { personId: { to: personId }, roles: { to: roles } },
      topics: [`inbox:${personId}`],
    });
    return { id };
  });
}

async function locked(tx: Transaction, id: string) {
  return found((await tx.select().from(organisations).where(eq(organisations.id, id)).for("update"))[0]);
}

async function member(tx: Transaction, id: string, personId: string) {
  const own = and(eq(memberships.organisationId, id), eq(memberships.personId, personId));
  return found((await tx.select().from(memberships).where(own).for("update"))[0]);
}

async function refuseLastManager(tx: Transaction, id: string, leaving: string): Promise<void> {
  const others = and(
    eq(memberships.organisationId, id),
    ne(memberships.personId, leaving),
    arrayContains(memberships.roles, ["manager"]),
  );
  if ((await tx.$count(memberships, others)) === 0) throw brokenRule("organisations.lastManager");
}

async function revokeOpen(tx: Transaction, which: SQL | undefined): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(which, isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
}

function refuseForeignRoles(kind: OrganisationKind, roles: Role[]): void {
  const foreign = roles.find((role) => !ROLES_OF_KIND[kind].includes(role));
  if (foreign) throw brokenRule("organisations.roleNotForKind", { role: foreign });
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return `${words.slice(0, 60) || "organisation"}-${v7().slice(-12)}`;
}
