import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { z } from "zod";
import { database } from "@/db/client";
import { env } from "@/env";
import { readSession } from "../auth/actor";
import { SESSION_COOKIE } from "../auth/cookie";
import { visitor } from "../core/actor";
import type { Context } from "../core/context";
import { liveHub } from "../core/live";

/** `head` is the place in the log that all that is read for the request includes; null when it is not known. */
type RequestContext = Context & { head: number | null };

/** The context of this request; made once per request, whoever asks. */
export const requestContext = cache(async () => contextOf((await cookies()).get(SESSION_COOKIE)?.value));

/** The context of a request that brings this session cookie. */
export async function contextOf(token: string | undefined): Promise<RequestContext> {
  // Before anything is read.
  const { head } = liveHub();
  const db = database();
  const sessionId = await sessionIdIn(token);
  const { actor, asOf } = sessionId ? await readSession(db, sessionId) : { actor: visitor };
  return { db, actor, asOf, now: new Date(), head: asOf ?? head };
}

async function sessionIdIn(token: string | undefined): Promise<string | null> {
  if (!token || !env.NEXTAUTH_SECRET) return null;
  try {
    const claims = await decode({ token, secret: env.NEXTAUTH_SECRET });
    return z
      .uuid()
      .nullable()
      .catch(null)
      .parse(claims?.sid ?? null);
  } catch {
    return null;
  }
}
