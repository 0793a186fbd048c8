import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { env } from "@/env";
import { ASKED_COOKIE, CSRF_COOKIE, cookieOptions } from "./cookie";
import { authOptions, mailAddress } from "./options";
import { pathOfOurs } from "./path";

const ASKED_MINUTES = 15;

type Params = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes, with two additions that a plain HTML form needs. */
export async function handleAuth(request: NextRequest, context: Params): Promise<Response> {
  const asked = await addressAskedIn(request);
  const answer = await nextAuth(request, context);
  const response = answer.status === 302 ? withoutForeignRedirect(request, answer) : answer;
  if (!asked) return response;
  const remembered = new NextResponse(response.body, response);
  remembered.cookies.set(ASKED_COOKIE, asked, { ...cookieOptions, maxAge: ASKED_MINUTES * 60 });
  return remembered;
}

/** Sets the cookie that the sign-in form's token is checked against, then shows the form. */
export async function prepareSignIn(request: NextRequest): Promise<Response> {
  const to = pathOfOurs(request.nextUrl.searchParams.get("to")) ?? "/sign-in";
  const response = new NextResponse(null, { status: 303, headers: { location: to } });
  if (request.cookies.has(CSRF_COOKIE)) return response;
  const answer = await nextAuth(new NextRequest(new URL("/api/auth/csrf", request.url), request), {
    params: Promise.resolve({ nextauth: ["csrf"] }),
  });
  for (const cookie of answer.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
  return response;
}

async function nextAuth(request: NextRequest, context: Params): Promise<Response> {
  const handler = NextAuth(authOptions(request.headers.get("user-agent")));
  return handler(request, context);
}

async function addressAskedIn(request: NextRequest): Promise<string | null> {
  if (!env.demo || request.method !== "POST" || !request.nextUrl.pathname.endsWith("/signin/email"))
    return null;
  try {
    const given = (await request.clone().formData()).get("email");
    const address = mailAddress.safeParse(
      String(given ?? "")
        .trim()
        .toLowerCase(),
    );
    return address.success ? address.data : null;
  } catch {
    return null;
  }
}

/**
 * The page's policy lets a form lead only to this site, and browsers hold its redirects to that. A page that moves on
 * by itself to the identity provider is no longer the form.
 */
function withoutForeignRedirect(request: NextRequest, answer: Response): Response {
  const location = answer.headers.get("location");
  if (request.method !== "POST" || !location || !URL.canParse(location)) return answer;
  if (new URL(location).host === (request.headers.get("host") ?? request.nextUrl.host)) return answer;
  const headers = new Headers(answer.headers);
  headers.delete("location");
  headers.set("refresh", `0;url=${location}`);
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response("<!doctype html><title>Bundel</title>", { status: 200, headers });
}
