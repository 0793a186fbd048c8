import type { Server } from "node:http";
import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { identities, persons } from "@/db/schema/accounts";
import { person } from "@/tests/factories/people";
import { Browser, serveAuth } from "@/tests/support/auth-site";

// Before anything reads the environment: our own address, and that of a real OpenID provider beside us.
const ports = await vi.hoisted(async () => {
  const { freePort } = await import("@/scripts/start/ports.mjs");
  const [app, provider] = [await freePort(), await freePort()];
  vi.stubEnv("NEXTAUTH_URL", `http://127.0.0.1:${app}`);
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for this test only");
  vi.stubEnv("OIDC_ISSUER", `http://127.0.0.1:${provider}`);
  vi.stubEnv("OIDC_CLIENT_ID", "bundel");
  vi.stubEnv("OIDC_CLIENT_SECRET", "a client secret for this test only");
  return { app, provider };
});

const site = `http://127.0.0.1:${ports.app}`;
/** The provider's accounts: by login name, the claims it vouches for. */
const accounts = new Map<string, { email?: string; email_verified?: boolean; name?: string }>();
const servers: Server[] = [];

beforeAll(async () => {
  const { Provider } = await import("oidc-provider");
  const provider = new Provider(`http://127.0.0.1:${ports.provider}`, {
    clients: [
      {
        client_id: "bundel",
        client_secret: "a client secret for this test only",
        redirect_uris: [`${site}/api/auth/callback/oidc`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: async (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, ...accounts.get(sub) }),
    }),
    cookies: { keys: ["a key for this test only"] },
  });
  servers.push(provider.listen(ports.provider, "127.0.0.1"));
  servers.push(serveAuth(ports.app));
});

afterAll(() => {
  for (const server of servers) server.close();
});

/** Signs in at the provider, which asks for a login name and for consent. Where that ends. */
async function signIn(browser: Browser, login: string): Promise<string> {
  let page = await browser.ask("oidc");
  for (let steps = 0; steps < 2 && page.url.includes("/interaction/"); steps++) {
    const prompt = /name="prompt" value="(\w+)"/.exec(page.text)![1]!;
    page = await browser.visit(page.url, { prompt, ...(prompt === "login" && { login, password: "any" }) });
  }
  return page.url;
}

async function addressOf(id: string): Promise<string> {
  const [row] = await database().select({ email: persons.email }).from(persons).where(eq(persons.id, id));
  return row!.email!;
}

const personOf = async (login: string) => {
  const [row] = await database()
    .select({ person: persons })
    .from(identities)
    .innerJoin(persons, eq(persons.id, identities.personId))
    .where(eq(identities.providerAccountId, login));
  return row?.person;
};

test("who the provider vouches for gets an account, and the same one the next time", async () => {
  const login = v7();
  accounts.set(login, { email: `${login}@example.org`, email_verified: true, name: "From the provider" });
  const browser = new Browser();
  expect(await signIn(browser, login)).toBe(`${site}/nl/inbox`);
  const made = await personOf(login);
  expect(made).toMatchObject({ email: `${login}@example.org`, name: "From the provider" });
  expect(await browser.actor()).toMatchObject({ kind: "person", personId: made!.id });
  const again = new Browser();
  await signIn(again, login);
  expect(await again.actor()).toMatchObject({ personId: made!.id });
});

test("a verified address leads to the account that has it", async () => {
  const known = await person(null);
  const email = await addressOf(known.personId);
  const login = v7();
  accounts.set(login, { email, email_verified: true });
  const browser = new Browser();
  await signIn(browser, login);
  expect(await browser.actor()).toMatchObject({ personId: known.personId });
});

test("an address that the provider does not vouch for leads to no one's account", async () => {
  const known = await person(null);
  const email = await addressOf(known.personId);
  const login = v7();
  accounts.set(login, { email, email_verified: false, name: "Someone else" });
  const browser = new Browser();
  await signIn(browser, login);
  expect(await browser.actor()).not.toMatchObject({ personId: known.personId });
  expect(await personOf(login)).toMatchObject({ email: null, name: "Someone else" });
});

test("who signs in on a browser that another used gets their own account", async () => {
  const [one, two] = [v7(), v7()];
  for (const login of [one, two])
    accounts.set(login, { email: `${login}@example.org`, email_verified: true, name: login });
  const browser = new Browser();
  await signIn(browser, one);
  browser.forget(`127.0.0.1:${ports.provider}`);
  await signIn(browser, two);
  expect(await browser.actor()).toMatchObject({ personId: (await personOf(two))!.id });
  expect((await personOf(two))!.id).not.toBe((await personOf(one))!.id);
});

test("without the form's own token nobody is sent to the provider", async () => {
  const page = await new Browser().visit(`${site}/api/auth/signin/oidc`, {
    csrfToken: "wrong",
    callbackUrl: site,
  });
  expect(page.url).not.toContain(`:${ports.provider}/`);
});
