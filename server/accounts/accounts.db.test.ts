import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { identities, persons, sessions } from "@/db/schema/accounts";
import { events } from "@/db/schema/events";
import { memberships } from "@/db/schema/organisations";
import { as, organisation, person, someone } from "@/tests/factories/people";
import { readSession } from "../auth/actor";
import { openSession } from "../auth/sessions";
import type { Person } from "../core/actor";
import { visitor } from "../core/actor";
import { actFor, changeProfile, eraseAccount, revokeOwnSession, signOut } from "./commands";
import { exportOwnData, getMe, listSessions } from "./queries";

const actorOf = async (sessionId: string) => (await readSession(database(), sessionId)).actor;

async function signedIn(actor: Person) {
  const sessionId = await openSession(database(), actor.personId, "test");
  const known = (await actorOf(sessionId)) as Person;
  return { ...as(known), actor: known, sessionId };
}

const eventsAbout = (id: string) => database().select().from(events).where(eq(events.subjectId, id));

describe("acting for an organisation", () => {
  test("a session acts for the person's own organisation, and for another of theirs once chosen", async () => {
    const { actor, organisation: first } = await someone("company", "entrepreneur");
    const second = await organisation("ngo");
    await database()
      .insert(memberships)
      .values({ organisationId: second.id, personId: actor.personId, roles: ["buyer"] });
    const ctx = await signedIn(actor);
    expect(ctx.actor.organisation?.id).toBe(first.id);
    await actFor(ctx, { organisationId: second.id });
    const after = (await actorOf(ctx.sessionId)) as Person;
    expect(after.organisation).toMatchObject({ id: second.id, roles: ["buyer"] });
    expect(await eventsAbout(actor.personId)).toMatchObject([
      { verb: "person.choseOrganisation", changes: { organisationId: { from: first.id, to: second.id } } },
    ]);
  });

  test("someone else's organisation does not exist", async () => {
    const { actor } = await someone("company", "entrepreneur");
    const ctx = await signedIn(actor);
    const other = await organisation("ngo");
    await expect(actFor(ctx, { organisationId: other.id })).rejects.toMatchObject({ code: "not-found" });
    expect((await getMe(ctx))?.actingFor?.id).not.toBe(other.id);
  });

  test("a role taken away is gone at the next request", async () => {
    const { actor } = await someone("company", "entrepreneur");
    const ctx = await signedIn(actor);
    await database().delete(memberships).where(eq(memberships.personId, actor.personId));
    expect(await actorOf(ctx.sessionId)).toMatchObject({
      kind: "person",
      organisation: null,
    });
  });
});

describe("sessions", () => {
  test("a revoked session is a visitor", async () => {
    const { actor } = await someone("company", "entrepreneur");
    const [one, two] = [await signedIn(actor), await signedIn(actor)];
    await revokeOwnSession(one, { sessionId: two.sessionId });
    expect(await actorOf(two.sessionId)).toEqual(visitor);
    expect(await listSessions(one)).toMatchObject([{ id: one.sessionId, isThisOne: true }]);
    expect(await signOut(one)).toEqual({ signedOut: true });
    expect(await actorOf(one.sessionId)).toEqual(visitor);
  });

  test("someone else's session cannot be revoked", async () => {
    const mine = await signedIn((await someone("company")).actor);
    const theirs = await signedIn((await someone("company")).actor);
    await expect(revokeOwnSession(mine, { sessionId: theirs.sessionId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await actorOf(theirs.sessionId)).toMatchObject({ kind: "person" });
  });

  test("an expired session is a visitor", async () => {
    const ctx = await signedIn((await someone("company")).actor);
    await database()
      .update(sessions)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(sessions.id, ctx.sessionId));
    expect(await actorOf(ctx.sessionId)).toEqual(visitor);
  });
});

describe("own data", () => {
  test("a changed name is kept, and stays out of the log", async () => {
    const ctx = await signedIn((await someone("company")).actor);
    await changeProfile(ctx, { name: "Another name", language: "en" });
    expect(await getMe(ctx)).toMatchObject({ name: "Another name", language: "en" });
    expect(JSON.stringify(await eventsAbout(ctx.actor.personId))).not.toContain("Another name");
  });

  test("the export holds what is kept about the person, and nothing of another", async () => {
    const ctx = await signedIn((await someone("company", "manager")).actor);
    const other = await signedIn((await someone("company")).actor);
    const file = JSON.stringify(await exportOwnData(ctx));
    expect(file).toContain(ctx.actor.personId);
    expect(file).toContain(ctx.sessionId);
    expect(file).not.toContain(other.actor.personId);
  });

  test("erasure takes away who someone was and leaves what they did", async () => {
    const home = await organisation("company");
    const email = `${v7()}@example.org`;
    const ctx = await signedIn(await person(home, ["manager"], { email, name: "Someone in particular" }));
    const id = ctx.actor.personId;
    await database().insert(identities).values({ provider: "oidc", providerAccountId: v7(), personId: id });
    await expect(eraseAccount(ctx, { confirmation: "yes" })).rejects.toMatchObject({
      key: "accounts.confirmErasure",
    });
    await eraseAccount(ctx, { confirmation: email.toUpperCase() });
    const [left] = await database().select().from(persons).where(eq(persons.id, id));
    expect(left).toMatchObject({ email: null, name: "…", isAdministrator: false });
    expect(left?.erasedAt).toBeInstanceOf(Date);
    expect(await actorOf(ctx.sessionId)).toEqual(visitor);
    expect(await database().$count(memberships, eq(memberships.personId, id))).toBe(0);
    expect(await database().$count(identities, eq(identities.personId, id))).toBe(0);
    expect((await eventsAbout(id)).map((event) => event.verb)).toEqual(["person.erased"]);
    expect(JSON.stringify(await eventsAbout(id))).not.toContain(email);
  });
});
