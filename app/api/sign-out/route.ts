import { type NextRequest, NextResponse } from "next/server";
import { cookieOptions, SESSION_COOKIE } from "@/server/auth/cookie";
import { caller } from "@/server/trpc/caller";

/** Ends the session of this browser, by a plain form; a form on another site cannot do it. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!["same-origin", null].includes(request.headers.get("sec-fetch-site")))
    return new Response(null, { status: 403 });
  await (await caller()).accounts.signOut();
  const response = new NextResponse(null, { status: 303, headers: { location: "/" } });
  response.cookies.set(SESSION_COOKIE, "", { ...cookieOptions, maxAge: 0 });
  return response;
}
