import { spawn } from "node:child_process";
import { once } from "node:events";
import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import type { Language } from "@/db/enums";
import { persons } from "@/db/schema/accounts";
import { needs } from "@/db/schema/needs";
import { mails } from "@/db/schema/notifications";
import { organisations } from "@/db/schema/organisations";
import { asVisitor, someone } from "@/tests/factories/people";
import { MailServer } from "@/tests/support/mail-server";
import { follow } from "../collaboration/commands/follow";
import { recordEvent } from "../core/events";
import { unsubscribeToken } from "../mail/unsubscribe";
import { makeDueDigests } from "./commands/due-digests";
import { changeMailSettings, unsubscribe } from "./commands/mail-settings";
import { markRead } from "./commands/mark-read";
import { sendDigest } from "./commands/send-digest";
import type { MailSettings } from "./input";
import { getMailSettings } from "./queries/mail-settings";

const port = await vi.hoisted(async () => {
  const { freePort } = await import("@/scripts/start/ports.mjs");
  const free = await freePort();
  vi.stubEnv("NEXTAUTH_URL", "https://bundel.example.org/");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for this test only");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${free}`);
  return free;
});

const server = new MailServer();
beforeAll(() => server.listen(port));
afterAll(() => server.close());
beforeEach(async () => {
  server.beforeTaking = async () => {};
  await database().delete(mails);
  await database().execute(sql`update persons set email = null`);
});

/** Tuesday 24 November 2026, seven in the morning in The Hague. */
const SEVEN = new Date("2026-11-24T06:00:00Z");
const later = (hours: number) => new Date(SEVEN.getTime() + hours * 3_600_000);
type Someone = Awaited<ReturnType<typeof someone>>;

async function need(buyer: Someone, given: Partial<typeof needs.$inferInsert> = {}) {
  const [row] = await database()
    .insert(needs)
    .values({
      title: "Quiet tugboats",
      language: "en",
      buyerId: buyer.organisation.id,
      windowStart: "2027-01-01",
      windowEnd: "2027-03-31",
      valueMinCents: 1,
      valueMaxCents: 2,
      theme: "x",
      visibility: "public",
      status: "published",
      publishedAt: new Date(),
      createdBy: buyer.actor.personId,
      ...given,
    })
    .returning();
  await happens(buyer, row!.id, "need.published");
  return row!;
}

const happens = (by: Someone, id: string, verb = "need.changed") =>
  database().transaction((tx) => recordEvent(tx, by, { verb, subject: { kind: "need", id } }));

async function follower(language: Language = "en", mail: Partial<MailSettings> = {}) {
  const who = await someone("company", "entrepreneur");
  const email = `${v7()}@example.org`;
  await database().update(persons).set({ email, language }).where(eq(persons.id, who.actor.personId));
  if (Object.keys(mail).length > 0) await changeMailSettings(who, { frequency: "daily", hour: 8, ...mail });
  return { ...who, email };
}

/** A follower of a need that its buyer then changes. */
async function told(language: Language = "en", mail: Partial<MailSettings> = {}) {
  const [buyer, who] = [await someone("ministry", "buyer"), await follower(language, mail)];
  const about = await need(buyer);
  await follow(who, { kind: "need", id: about.id });
  await happens(buyer, about.id);
  return { buyer, who, about };
}

/** Makes what is due, and sends it as the jobs do. @returns the ids of what was made */
async function run(now: Date): Promise<string[]> {
  await makeDueDigests({ db: database(), now });
  const made = await database().select({ id: mails.id }).from(mails).where(eq(mails.status, "waiting"));
  for (const { id } of made) await sendDigest({ db: database(), now }, id);
  return made.map(({ id }) => id);
}
const stateOf = async (id: string) =>
  (await database().select().from(mails).where(eq(mails.id, id)))[0]?.status;

describe("when", () => {
  test("by default one mail a day goes out, from eight o'clock of the region on", async () => {
    const { who, about, buyer } = await told();
    expect(await getMailSettings(who)).toEqual({ frequency: "daily", hour: 8 });
    await run(SEVEN);
    expect(server.to(who.email)).toHaveLength(0);
    await run(later(1));
    await happens(buyer, about.id);
    await run(later(2));
    expect(server.to(who.email)).toHaveLength(1);
    await run(later(25));
    expect(server.to(who.email)).toHaveLength(2);
  });

  test("the hour is that of the region's clock, in winter and in summer", async () => {
    const { who } = await told("en", { hour: 8 });
    await run(new Date("2026-07-01T05:59:00Z"));
    expect(server.to(who.email)).toHaveLength(0);
    await run(new Date("2026-07-01T06:00:00Z"));
    expect(server.to(who.email)).toHaveLength(1);
  });

  test("a weekly mail goes out on Monday", async () => {
    const { who } = await told("en", { frequency: "weekly", hour: 0 });
    await run(SEVEN);
    expect(server.to(who.email)).toHaveLength(0);
    await run(new Date("2026-11-30T00:00:00Z"));
    expect(server.to(who.email)).toHaveLength(1);
  });

  test("at once is one mail for all that happened since, and none while nothing does", async () => {
    const { who, about, buyer } = await told("en", { frequency: "at-once" });
    await happens(buyer, about.id);
    await run(SEVEN);
    await run(SEVEN);
    expect(server.to(who.email)).toHaveLength(1);
    await happens(buyer, about.id);
    await run(SEVEN);
    expect(server.to(who.email)).toHaveLength(2);
  });

  test("who wants none gets none, also when the mail was made already", async () => {
    const { who } = await told("en", { hour: 0 });
    await makeDueDigests({ db: database(), now: SEVEN });
    await unsubscribe(asVisitor(), { token: unsubscribeToken(who.actor.personId) });
    await run(SEVEN);
    await run(later(24));
    expect(server.to(who.email)).toHaveLength(0);
  });
});

describe("what", () => {
  test("the mail names what changed, who did it and where it is, in the language of who gets it", async () => {
    const { who, about, buyer } = await told("nl", { hour: 0 });
    await run(SEVEN);
    const [mail] = server.to(who.email);
    expect(mail?.head).toMatch(/^Subject: Bundel: 1 ding veranderde$/m);
    expect(mail?.text).toContain("- Quiet tugboats\r\n  Behoefte gewijzigd: ");
    expect(mail?.text).toContain(buyer.organisation.name);
    expect(mail?.text).toContain(`https://bundel.example.org/nl/needs/${about.id}`);
    expect(mail?.text).not.toMatch(/[{}]/);
  });

  test("nobody is written to about what they did themselves", async () => {
    const buyer = await someone("ministry", "buyer");
    const own = await need(buyer);
    const email = `${v7()}@example.org`;
    await database().update(persons).set({ email }).where(eq(persons.id, buyer.actor.personId));
    await follow(buyer, { kind: "need", id: own.id });
    await happens(buyer, own.id);
    await run(later(2));
    expect(server.to(email)).toHaveLength(0);
  });

  test("what can no longer be seen when the mail is sent is not in it", async () => {
    const { who, about } = await told("en", { hour: 0 });
    await makeDueDigests({ db: database(), now: SEVEN });
    await database().update(needs).set({ visibility: "organisation" }).where(eq(needs.id, about.id));
    await run(SEVEN);
    expect(server.to(who.email)).toHaveLength(0);
  });

  test("what was read in the inbox is not sent", async () => {
    const { who } = await told("en", { hour: 0 });
    await markRead(who, Number.MAX_SAFE_INTEGER);
    await run(SEVEN);
    expect(server.to(who.email)).toHaveLength(0);
  });

  test("a duty is told of when it begins to wait, and not every day again", async () => {
    const buyer = await someone("ministry", "buyer");
    const email = `${v7()}@example.org`;
    await database()
      .update(persons)
      .set({ email, language: "en" })
      .where(eq(persons.id, buyer.actor.personId));
    await need(buyer, { status: "draft", publishedAt: null, title: "Unfinished\r\n\r\nquays" });
    const now = new Date(Date.now() + 86_400_000);
    await run(new Date(`${now.toISOString().slice(0, 10)}T12:00:00Z`));
    expect(server.to(email)).toHaveLength(1);
    expect(server.to(email)[0]?.text).toContain("- Unfinished quays\r\n");
    await run(new Date(now.getTime() + 2 * 86_400_000));
    expect(server.to(email)).toHaveLength(1);
  });

  test("a person of two organisations gets one mail, about what either may see", async () => {
    const { who, about, buyer } = await told("en", { hour: 0 });
    await database().update(needs).set({ visibility: "organisation" }).where(eq(needs.id, about.id));
    await database().execute(sql`insert into memberships (organisation_id, person_id, roles)
      values (${buyer.organisation.id}, ${who.actor.personId}, '{buyer}')`);
    await run(SEVEN);
    expect(server.to(who.email)).toHaveLength(1);
  });
});

describe("unsubscribing", () => {
  test("every mail carries what one click needs, and the click works without signing in, twice too", async () => {
    const { who } = await told("en", { hour: 0 });
    await run(SEVEN);
    const { head } = server.to(who.email)[0]!;
    expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const link = /^List-Unsubscribe: <(https:\/\/\S+)>$/m.exec(head)?.[1];
    const token = new URL(link!).searchParams.get("token")!;
    for (let n = 0; n < 2; n++) await unsubscribe(asVisitor(), { token });
    expect((await getMailSettings(who)).frequency).toBe("none");
  });

  test.each([
    ["another person's id with this signature", (token: string) => `${v7()}.${token.split(".")[1]}`],
    ["no signature", (token: string) => token.split(".")[0]!],
    ["a signature cut short", (token: string) => token.slice(0, -1)],
    ["nothing", () => ""],
  ])("%s unsubscribes nobody", async (_, forge) => {
    const who = await follower();
    const token = forge(unsubscribeToken(who.actor.personId));
    await expect(unsubscribe(asVisitor(), { token })).rejects.toMatchObject({ code: "not-found" });
    expect((await getMailSettings(who)).frequency).toBe("daily");
  });
});

describe("once", () => {
  /** Sends in a process of its own, which is killed while the mail server holds the mail. */
  async function killedWhileSending(mailId: string): Promise<void> {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/support/send-mail.ts", mailId]);
    const ended = once(child, "exit");
    const held = new Promise<void>((resolve) => {
      server.beforeTaking = async () => {
        child.kill("SIGKILL");
        await ended;
        resolve();
      };
    });
    await Promise.race([held, ended]);
    await ended;
  }

  test("a process killed between the mail server's taking and its own note sends nothing again, and nothing is lost", async () => {
    const { who } = await told("en", { hour: 0 });
    await makeDueDigests({ db: database(), now: SEVEN });
    const [mail] = await database().select().from(mails);
    await killedWhileSending(mail!.id);
    await vi.waitFor(() => expect(server.to(who.email)).toHaveLength(1));
    server.beforeTaking = async () => {};
    expect(await stateOf(mail!.id)).toBe("sending");
    await sendDigest({ db: database(), now: SEVEN }, mail!.id);
    await run(later(1));
    expect(server.to(who.email)).toHaveLength(1);
    await database().execute(sql`update mails set claimed_at = now() - interval '1 day'`);
    await run(later(24));
    expect(server.to(who.email)[1]?.text).toContain("Quiet tugboats");
  }, 40_000);

  test("two processes with the same mail send it once", async () => {
    const { who } = await told("en", { hour: 0 });
    await makeDueDigests({ db: database(), now: SEVEN });
    const [mail] = await database().select().from(mails);
    const both = [1, 2].map(() => sendDigest({ db: database(), now: SEVEN }, mail!.id));
    await Promise.allSettled(both);
    expect(server.to(who.email)).toHaveLength(1);
  });

  test("two runs at once make a mail once", async () => {
    const { who } = await told("en", { hour: 0 });
    await Promise.all([1, 2, 3].map(() => makeDueDigests({ db: database(), now: SEVEN })));
    expect(await database().$count(mails, eq(mails.personId, who.actor.personId))).toBe(1);
  });

  test("a mail that the server defers is tried again; one that it refuses is not", async () => {
    const { who } = await told("en", { hour: 0 });
    const answer = (code: number) => async () => {
      throw Object.assign(new Error("not now"), { responseCode: code });
    };
    server.beforeTaking = answer(451);
    await expect(run(SEVEN)).rejects.toThrow();
    const [mail] = await database().select().from(mails);
    expect(mail?.status).toBe("waiting");
    server.beforeTaking = answer(550);
    await run(SEVEN);
    expect(await stateOf(mail!.id)).toBe("refused");
    server.beforeTaking = async () => {};
    await run(later(24));
    expect(server.to(who.email)).toHaveLength(1);
  });

  test("a mail server that cannot be reached leaves the mail waiting", async () => {
    const { who } = await told("en", { hour: 0 });
    await server.close();
    await expect(run(SEVEN)).rejects.toThrow(/ECONNREFUSED/);
    await server.listen(port);
    await run(SEVEN);
    expect(server.to(who.email)).toHaveLength(1);
  });
});

test("an organisation's name cannot begin a line of the mail that looks like ours", async () => {
  const { who, buyer } = await told("en", { hour: 0 });
  await database()
    .update(organisations)
    .set({ name: "X\r\n\r\nNo more mail: https://evil.example" })
    .where(eq(organisations.id, buyer.organisation.id));
  await run(SEVEN);
  expect(server.to(who.email)[0]?.text).not.toMatch(/^No more mail: https:\/\/evil/m);
});
