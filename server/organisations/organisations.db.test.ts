import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { ORGANISATION_KINDS } from "@/db/enums";
import { events } from "@/db/schema/events";
import { invitations, memberships, organisations } from "@/db/schema/organisations";
import { as, asVisitor, organisation, person, someone } from "@/tests/factories/people";
import type { Person } from "../core/actor";
import {
  acceptByToken,
  acceptOwn,
  changeOrganisation,
  createOrganisation,
  invite,
  removeMember,
  revokeInvitation,
  setRoles,
  verifyOrganisation,
} from "./commands";
import { ROLES_OF_KIND } from "./policy";
import { getOrganisation, listOrganisations, listOwnInvitations } from "./queries";

// Before anything reads the environment: demonstration mode, with a mail folder of its own.
const mail = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }] = [await import("node:fs"), await import("node:os")];
  const folder = mkdtempSync(`${tmpdir()}/bundel-mail-`);
  vi.stubEnv("BUNDEL_DATA", folder);
  vi.stubEnv("BUNDEL_DEMO", "1");
  return folder;
});

const acting = (actor: Person) => ({ ...as(actor), actor });
const admin = async () => acting(await person(null, [], { isAdministrator: true }));
const verbsOf = async (id: string) =>
  (await database().select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq)).map(
    (event) => event.verb,
  );

const tokenInNewestMail = () => {
  const newest = readdirSync(join(mail, "mail")).sort().at(-1)!;
  const text = readFileSync(join(mail, "mail", newest), "utf8")
    .replace(/=\r?\n/g, "")
    .replace(/=3D/g, "=");
  return /token=([0-9a-f]{64})/.exec(text)![1]!;
};

describe("registering and verifying", () => {
  test("who registers an organisation manages it, and its roles count once an administrator verified it", async () => {
    const founder = acting(await person(null));
    const { id } = await createOrganisation(founder, {
      name: "Ünïque Tug Works",
      kind: "company",
      registrationNumber: "12345678",
      emailDomain: null,
    });
    const [membership] = await database()
      .select()
      .from(memberships)
      .where(eq(memberships.organisationId, id));
    expect(membership).toMatchObject({
      personId: founder.actor.personId,
      roles: ["manager", "entrepreneur"],
    });
    const seen = await getOrganisation(await admin(), id);
    expect(seen).toMatchObject({ status: "unverified", abilities: { verify: { can: true } } });
    await verifyOrganisation(await admin(), { id, version: 1 });
    expect(await getOrganisation(asVisitor(), id)).toMatchObject({ status: "verified", members: null });
    await expect(verifyOrganisation(await admin(), { id, version: 2 })).rejects.toMatchObject({
      code: "wrong-state",
    });
    expect(await verbsOf(id)).toEqual(["organisation.created", "organisation.verified"]);
  });

  test("nobody verifies but an administrator, and not their own organisation", async () => {
    const home = await organisation("ngo", { verifiedAt: null });
    const manager = acting(await person(home, ["manager"]));
    const ownAdmin = acting(await person(home, ["manager"], { isAdministrator: true }));
    for (const ctx of [manager, ownAdmin])
      await expect(verifyOrganisation(ctx, { id: home.id, version: 1 })).rejects.toMatchObject({
        code: "forbidden",
      });
  });

  test("under another name an organisation waits for verification again; a stale change is refused", async () => {
    const { actor, organisation: home } = await someone("company", "manager");
    const ctx = acting(actor);
    const given = { id: home.id, registrationNumber: null, emailDomain: null };
    await changeOrganisation(ctx, { ...given, version: 1, name: "Another name" });
    expect(await getOrganisation(ctx, home.id)).toMatchObject({ status: "unverified", version: 2 });
    await expect(changeOrganisation(ctx, { ...given, version: 1, name: "Third" })).rejects.toMatchObject({
      code: "conflict",
    });
    const stranger = acting((await someone("company", "manager")).actor);
    await expect(
      changeOrganisation(stranger, { ...given, version: 2, name: "Stolen" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("inviting", () => {
  async function invited() {
    const { actor, organisation: home } = await someone("municipality", "manager");
    const email = `${v7()}@example.org`;
    return { manager: acting(actor), home, email };
  }

  test("the mailed secret makes its addressee a member, once", async () => {
    const { manager, home, email } = await invited();
    const { sent } = await invite(manager, { id: home.id, email, roles: ["approver"] });
    expect(sent).toBe(true);
    const token = tokenInNewestMail();
    const [kept] = await database().select().from(invitations).where(eq(invitations.email, email));
    expect(JSON.stringify(kept)).not.toContain(token);
    const stranger = acting(await person(null));
    await expect(acceptByToken(stranger, token)).rejects.toMatchObject({ key: "organisations.otherAddress" });
    const addressee = acting(await person(null, [], { email }));
    await acceptByToken(addressee, token);
    const [membership] = await database()
      .select()
      .from(memberships)
      .where(
        and(eq(memberships.organisationId, home.id), eq(memberships.personId, addressee.actor.personId)),
      );
    expect(membership?.roles).toEqual(["approver"]);
    await expect(acceptByToken(addressee, token)).rejects.toMatchObject({ code: "not-found" });
    const log = await database().select().from(events).where(eq(events.subjectId, home.id));
    expect(JSON.stringify(log)).not.toContain(email);
    await expect(invite(manager, { id: home.id, email, roles: ["buyer"] })).rejects.toMatchObject({
      key: "organisations.alreadyMember",
    });
  });

  test("the addressee finds the invitation without the mail; a revoked one is gone", async () => {
    const { manager, home, email } = await invited();
    const first = await invite(manager, { id: home.id, email, roles: ["buyer"] });
    const second = await invite(manager, { id: home.id, email, roles: ["analyst"] });
    const addressee = acting(await person(null, [], { email }));
    expect(await listOwnInvitations(addressee)).toMatchObject([{ id: second.id, roles: ["analyst"] }]);
    await expect(acceptOwn(addressee, first.id)).rejects.toMatchObject({ code: "not-found" });
    await revokeInvitation(manager, second.id);
    expect(await listOwnInvitations(addressee)).toEqual([]);
    await expect(acceptOwn(addressee, second.id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("an expired invitation is gone", async () => {
    const { manager, home, email } = await invited();
    const { id } = await invite(manager, { id: home.id, email, roles: ["buyer"] });
    await database()
      .update(invitations)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(invitations.id, id));
    await expect(acceptOwn(acting(await person(null, [], { email })), id)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("two acceptances at once make one member", async () => {
    const { manager, home, email } = await invited();
    const { id } = await invite(manager, { id: home.id, email, roles: ["buyer"] });
    const addressee = acting(await person(null, [], { email }));
    const outcomes = await Promise.allSettled([acceptOwn(addressee, id), acceptOwn(addressee, id)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await verbsOf(home.id)).filter((verb) => verb === "organisation.joined")).toHaveLength(1);
  });

  test("a company gives no role of a municipality, and only its manager invites", async () => {
    const { actor, organisation: home } = await someone("company", "manager");
    const email = `${v7()}@example.org`;
    await expect(
      invite(acting(actor), { id: home.id, email, roles: ["funding-officer"] }),
    ).rejects.toMatchObject({ key: "organisations.roleNotForKind" });
    const other = acting(await person(home, ["entrepreneur"]));
    await expect(invite(other, { id: home.id, email, roles: ["manager"] })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("members", () => {
  test("an organisation keeps a manager, whoever leaves first", async () => {
    const { actor, organisation: home } = await someone("ngo", "manager");
    const second = await person(home, ["manager"]);
    const [one, two] = [acting(actor), acting(second)];
    const leaving = await Promise.allSettled([
      removeMember(one, { id: home.id, personId: second.personId }),
      removeMember(two, { id: home.id, personId: actor.personId }),
    ]);
    expect(leaving.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    const [left] = await database().select().from(memberships).where(eq(memberships.organisationId, home.id));
    const last = left?.personId === actor.personId ? one : two;
    await expect(
      setRoles(last, { id: home.id, personId: last.actor.personId, roles: ["buyer"] }),
    ).rejects.toMatchObject({ key: "organisations.lastManager" });
  });

  test("names of members are for members, addresses for managers", async () => {
    const { actor, organisation: home } = await someone("ngo", "manager");
    const member = acting(await person(home, ["buyer"]));
    expect((await getOrganisation(member, home.id)).members).toMatchObject([
      { email: null },
      { email: null },
    ]);
    expect((await getOrganisation(acting(actor), home.id)).members?.every(({ email }) => email)).toBe(true);
    expect((await getOrganisation(asVisitor(), home.id)).members).toBeNull();
  });

  test("a member of another organisation is not found", async () => {
    const { actor, organisation: home } = await someone("ngo", "manager");
    const stranger = await person(null);
    await expect(
      setRoles(acting(actor), { id: home.id, personId: stranger.personId, roles: ["buyer"] }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

test("the list finds by name and kind, and takes signs of patterns as they are", async () => {
  const mark = v7();
  await organisation("research", { name: `Lab 100% ${mark}` });
  const list = (text: string) =>
    listOrganisations(asVisitor(), { text, kind: "research", onlyUnverified: false, page: 1 });
  expect((await list(`100% ${mark}`)).total).toBe(1);
  expect((await list(`1__% ${mark}`)).total).toBe(0);
});

test.each(ORGANISATION_KINDS)("a %s can be managed, and its founder can do its work", (kind) => {
  expect(ROLES_OF_KIND[kind][0]).toBe("manager");
  expect(ROLES_OF_KIND[kind].length).toBeGreaterThan(1);
});

test("every organisation has a table row of its own slug", async () => {
  const founder = acting(await person(null));
  const same = { name: "Same name", kind: "ngo" as const, registrationNumber: null, emailDomain: null };
  const [one, two] = [await createOrganisation(founder, same), await createOrganisation(founder, same)];
  const rows = await database().select().from(organisations).where(eq(organisations.name, "Same name"));
  expect(new Set(rows.map((row) => row.slug)).size).toBe(rows.length);
  expect(one.id).not.toBe(two.id);
});
