import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { identities, persons } from "@/db/schema/accounts";
import { person } from "@/tests/factories/people";
import { actorOfSession } from "./actor";
import { SESSION_COOKIE } from "./cookie";
import { authOptions } from "./options";

// Before anything reads the environment: our own address, and that of a real OpenID provider beside us.
const ports = await vi.hoisted(async () => {
  const { createServer: serve } = await import("node:net");
  const free = () =>
    new Promise<number>((resolve) => {
      const server = serve().listen(0, "127.0.0.1", () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
    });
  const [app, provider] = [await free(), await free()];
  vi.stubEnv("NEXTAUTH_URL", `http://127.0.0.1:${app}`);
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for this test only");
  vi.stubEnv("OIDC_ISSUER", `http://127.0.0.1:${provider}`);
  vi.stubEnv("OIDC_CLIENT_ID", "bundel");
  vi.stubEnv("OIDC_CLIENT_SECRET", "a client secret for this test only");
  return { app, provider };
});

const SECRET = "a secret for this test only";
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
  servers.push(
    createServer((request, response) => void auth(request, response)).listen(ports.app, "127.0.0.1"),
  );
});

afterAll(() => {
  for (const server of servers) server.close();
});

/** next-auth's own handler for plain requests: what the route of the application hands over to. */
async function auth(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url!, site);
  const query = Object.fromEntries(url.searchParams);
  let body = "";
  for await (const chunk of request) body += chunk;
  const cookies = Object.fromEntries(
    (request.headers.cookie ?? "").split("; ").map((pair) => {
      const [name, ...value] = pair.split("=");
      return [name, decodeURIComponent(value.join("="))];
    }),
  );
  const asked = Object.assign(request, {
    query: { ...query, nextauth: url.pathname.split("/").slice(3) },
    cookies,
    body: Object.fromEntries(new URLSearchParams(body)),
  });
  const answer = Object.assign(response, {
    status: (code: number) => Object.assign(answer, { statusCode: code }),
    send: (sent: unknown) => response.end(typeof sent === "string" ? sent : JSON.stringify(sent ?? null)),
    json: (sent: unknown) => response.end(JSON.stringify(sent)),
  });
  await NextAuth(authOptions("test"))(asked, answer);
}

/** A browser that keeps its cookies per site, and follows where it is sent. */
class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  async visit(address: string, form?: Record<string, string>): Promise<{ url: string; text: string }> {
    let [url, post] = [address, form];
    for (let hops = 0; hops < 20; hops++) {
      const { host } = new URL(url);
      const jar = this.jars.get(host) ?? new Map<string, string>();
      this.jars.set(host, jar);
      const answer = await fetch(url, {
        redirect: "manual",
        method: post ? "POST" : "GET",
        body: post && new URLSearchParams(post),
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [pair] = cookie.split(";");
        const at = pair!.indexOf("=");
        jar.set(pair!.slice(0, at), pair!.slice(at + 1));
      }
      const location = answer.headers.get("location");
      const text = await answer.text();
      if (!location) return { url, text };
      [url, post] = [new URL(location, url).href, undefined];
      // The application's own pages are not served here.
      if (url.startsWith(site) && !url.startsWith(`${site}/api/auth`)) return { url, text };
    }
    throw new Error("sent round in a circle");
  }

  async signIn(login: string): Promise<string> {
    const { csrfToken } = JSON.parse((await this.visit(`${site}/api/auth/csrf`)).text);
    let page = await this.visit(`${site}/api/auth/signin/oidc`, {
      csrfToken,
      callbackUrl: `${site}/nl/inbox`,
    });
    for (let steps = 0; steps < 2 && page.url.includes("/interaction/"); steps++) {
      const prompt = /name="prompt" value="(\w+)"/.exec(page.text)![1]!;
      page = await this.visit(page.url, { prompt, ...(prompt === "login" && { login, password: "any" }) });
    }
    return page.url;
  }

  forget(host: string): void {
    this.jars.delete(host);
  }

  async actor() {
    const token = this.jars.get(new URL(site).host)?.get(SESSION_COOKIE);
    const claims = await decode({ token, secret: SECRET });
    return actorOfSession(database(), String(claims?.sid ?? v7()));
  }
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
  expect(await browser.signIn(login)).toBe(`${site}/nl/inbox`);
  const made = await personOf(login);
  expect(made).toMatchObject({ email: `${login}@example.org`, name: "From the provider" });
  expect(await browser.actor()).toMatchObject({ kind: "person", personId: made!.id });
  const again = new Browser();
  await again.signIn(login);
  expect(await again.actor()).toMatchObject({ personId: made!.id });
});

test("a verified address leads to the account that has it", async () => {
  const known = await person(null);
  const email = await addressOf(known.personId);
  const login = v7();
  accounts.set(login, { email, email_verified: true });
  const browser = new Browser();
  await browser.signIn(login);
  expect(await browser.actor()).toMatchObject({ personId: known.personId });
});

test("an address that the provider does not vouch for leads to no one's account", async () => {
  const known = await person(null);
  const email = await addressOf(known.personId);
  const login = v7();
  accounts.set(login, { email, email_verified: false, name: "Someone else" });
  const browser = new Browser();
  await browser.signIn(login);
  expect(await browser.actor()).not.toMatchObject({ personId: known.personId });
  expect(await personOf(login)).toMatchObject({ email: null, name: "Someone else" });
});

test("who signs in on a browser that another used gets their own account", async () => {
  const [one, two] = [v7(), v7()];
  for (const login of [one, two])
    accounts.set(login, { email: `${login}@example.org`, email_verified: true, name: login });
  const browser = new Browser();
  await browser.signIn(one);
  browser.forget(`127.0.0.1:${ports.provider}`);
  await browser.signIn(two);
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
