import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { env } from "@/env";
import { SESSION_COOKIE } from "@/server/auth/cookie";
import { Kept } from "@/server/core/kept";
import { routing } from "@/server/i18n/routing";

const withLanguage = createMiddleware(routing);

/**
 * Chooses the language, sets the content security policy, and gives visitors the pages that are kept for them. It
 * decides nothing about who may see what.
 */
export default async function proxy(request: NextRequest): Promise<Response> {
  if (!isReadable(request.nextUrl))
    return new NextResponse("400: this address cannot be read", { status: 400 });
  if (request.nextUrl.pathname.startsWith("/api/")) return NextResponse.next();
  if (isForAnyVisitor(request)) {
    const page = await pages.get(request.nextUrl.pathname + request.nextUrl.search, () => render(request));
    if (page) return new NextResponse(page.body, { headers: page.headers });
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  // Next reads the nonce from the request's policy and puts it on the scripts it writes.
  request.headers.set("content-security-policy", policy);
  request.headers.set("x-nonce", nonce);
  const response = withLanguage(request);
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Pages only: not the API, not Next's own files, not files with an ending. And what of the API is spelled with a percent
  // sign, as Next fails on one that it cannot take apart.
  matcher: ["/((?!api|_next|.*\\..*).*)", "/(api/.*%.*)"],
};

/** Whether what the address spells can be taken apart, and holds no character that no text has. */
function isReadable({ pathname, search }: NextRequest["nextUrl"]): boolean {
  try {
    // Twice, as what is behind this takes the path apart once more.
    decodeURI(decodeURI(pathname));
    return !/%00/.test(pathname + search);
  } catch {
    return false;
  }
}

type Page = { headers: Record<string, string>; body: string };

const pages = new Kept<Page>();

/** Tells a request of this process to itself from all others. */
const INNER = "x-bundel-inner";
const token = crypto.randomUUID();

/** A whole page that is read much and is the same for everyone who has not signed in. */
function isForAnyVisitor({ method, nextUrl, headers, cookies }: NextRequest): boolean {
  return (
    env.NODE_ENV === "production" &&
    method === "GET" &&
    /^\/(nl|en)(\/roadmap)?$/.test(nextUrl.pathname) &&
    nextUrl.search.length < 500 &&
    (headers.get("accept") ?? "").includes("text/html") &&
    !headers.has("rsc") &&
    !cookies.has(SESSION_COOKIE) &&
    headers.get(INNER) !== token
  );
}

/** Asks this process for the page. What goes wrong, or is no page, is not kept: the request then goes its ordinary way. */
async function render({ nextUrl }: NextRequest): Promise<Page | null> {
  const host = env.HOST && !["0.0.0.0", "::", "localhost"].includes(env.HOST) ? env.HOST : "127.0.0.1";
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${env.PORT}`;
  const response = await fetch(origin + nextUrl.pathname + nextUrl.search, {
    headers: { [INNER]: token, accept: "text/html", "accept-encoding": "identity" },
    redirect: "manual",
    cache: "no-store",
  });
  if (response.status !== 200 || !response.headers.get("content-type")?.startsWith("text/html")) return null;
  return {
    body: await response.text(),
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "content-security-policy": response.headers.get("content-security-policy")!,
      vary: "rsc, cookie",
    },
  };
}

function contentSecurityPolicy(nonce: string): string {
  const development = env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
