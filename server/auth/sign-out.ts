import { type NextRequest, NextResponse } from "next/server";
import { requestContext } from "../trpc/context";
import { cookieOptions, SESSION_COOKIE } from "./cookie";
import { revokeSession } from "./sessions";

/** Ends the session of this browser; a form on another site cannot do it. */
export async function signOut(request: NextRequest): Promise<Response> {
  if (!["same-origin", null].includes(request.headers.get("sec-fetch-site")))
    return new Response(null, { status: 403 });
  const { db, actor } = await requestContext();
  if (actor.kind === "person" && actor.sessionId) await revokeSession(db, actor.sessionId);
  const response = new NextResponse(null, { status: 303, headers: { location: "/" } });
  response.cookies.set(SESSION_COOKIE, "", { ...cookieOptions, maxAge: 0 });
  return response;
}
