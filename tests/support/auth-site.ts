import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import { v7 } from "uuid";
import { database } from "@/db/client";
import { readSession } from "@/server/auth/actor";
import { SESSION_COOKIE } from "@/server/auth/cookie";
import { authOptions } from "@/server/auth/options";

/** What NEXTAUTH_URL and NEXTAUTH_SECRET say: a test sets both before it imports this. */
const site = () => process.env.NEXTAUTH_URL!;

/** The sign-in of the application, and none of its pages, on a port of its own. */
export const serveAuth = (port: number): Server =>
  createServer((request, response) => void auth(request, response)).listen(port, "127.0.0.1");

/** next-auth's own handler for plain requests: what the route of the application hands over to. */
async function auth(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url!, site());
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
export class Browser {
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
      if (url.startsWith(site()) && !url.startsWith(`${site()}/api/auth`)) return { url, text };
    }
    throw new Error("sent round in a circle");
  }

  /** Asks a provider of next-auth to sign in, as the form on the sign-in page does. */
  async ask(provider: string, form: Record<string, string> = {}): Promise<{ url: string; text: string }> {
    const { csrfToken } = JSON.parse((await this.visit(`${site()}/api/auth/csrf`)).text);
    return this.visit(`${site()}/api/auth/signin/${provider}`, {
      csrfToken,
      callbackUrl: `${site()}/nl/inbox`,
      ...form,
    });
  }

  forget(host: string): void {
    this.jars.delete(host);
  }

  async actor() {
    const token = this.jars.get(new URL(site()).host)?.get(SESSION_COOKIE);
    const claims = await decode({ token, secret: process.env.NEXTAUTH_SECRET! });
    return (await readSession(database(), String(claims?.sid ?? v7()))).actor;
  }
}
