import { TRPCError } from "@trpc/server";
import type { NextApiRequest, NextApiResponse } from "next";
import { z } from "zod";
import { SESSION_COOKIE } from "@/server/auth/cookie";
import { isPerson } from "@/server/core/actor";
import { readLive } from "@/server/core/live-stream";
import { openStreams } from "@/server/core/open-streams";
import { contextOf } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

/** A page has one. More than anyone has tabs, and less than would harm the others. */
const MOST_PER_PERSON = 40;
const MOST_PER_ADDRESS = 200;
const MOST_UNREAD_BYTES = 16_384;

/** The connection stays open after the handler is done. */
export const config = { api: { externalResolver: true, bodyParser: false } };

/**
 * Server-sent events about the topics asked: `hello`, or a `nudge` with those that changed `since` the page was read; then a
 * `nudge` whenever something of them changes, and `presence` whenever someone came to or left the object that the page shows.
 * Who is signed in counts as there while it lasts.
 */
export default async function live(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  if (request.method !== "GET") return refuse(response, 405, { allow: "GET" });
  const context = await contextOf(request.cookies[SESSION_COOKIE]);
  const [who, most] = isPerson(context.actor)
    ? [context.actor.personId, MOST_PER_PERSON]
    : [`visitor ${addressOf(request)}`, MOST_PER_ADDRESS];
  const giveBack = openStreams().take(who, most);
  if (!giveBack) return refuse(response, 429, { "retry-after": "60" });
  response.once("close", giveBack);
  const audible = await createCaller(context)
    .collaboration.audible({ topics: given(request, "topics").split(",").filter(Boolean) })
    .catch(nullWhenMalformed);
  if (!audible) return refuse(response, 400);
  if (audible.topics.length === 0) return refuse(response, 204);
  if (response.destroyed) return;
  const page = z.uuid().safeParse(given(request, "page"));
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  const stop = readLive({
    topics: new Set(audible.topics),
    // What the browser has heard since is further on than what the page was read at.
    since: seqOf(request.headers["last-event-id"]?.toString() ?? given(request, "since")),
    here: audible.here && page.success ? { ...audible.here, id: page.data } : null,
    send: (chunk) => {
      response.write(chunk);
      return response.writableLength < MOST_UNREAD_BYTES;
    },
    onEnd: () => response.destroy(),
  });
  response.once("close", stop);
}

function refuse(response: NextApiResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers).end();
}

const given = ({ query }: NextApiRequest, name: string) => [query[name] ?? ""].flat()[0]!;
const seqOf = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : null);

/** What the nearest proxy saw, or without one the framework: anything before it the reader can have made up. */
const addressOf = ({ headers }: NextApiRequest) =>
  headers["x-forwarded-for"]?.toString().split(",").at(-1)?.trim() ?? "";

function nullWhenMalformed(error: unknown): null {
  if (error instanceof TRPCError && error.code === "BAD_REQUEST") return null;
  throw error;
}
