import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { isPerson } from "@/server/core/actor";
import { liveStream } from "@/server/core/live-stream";
import { openStreams } from "@/server/core/open-streams";
import { requestContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

/** A page has one. More than anyone has tabs, and less than would harm the others. */
const MOST_PER_PERSON = 40;
const MOST_PER_ADDRESS = 200;

/**
 * Server-sent events about the topics asked: `hello`, or a `nudge` with those that changed `since` the page was read; then a
 * `nudge` whenever something of them changes, and `presence` whenever someone came to or left the object that the page shows.
 * Who is signed in counts as there while it lasts.
 */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const context = await requestContext();
  const [who, most] = isPerson(context.actor)
    ? [context.actor.personId, MOST_PER_PERSON]
    : [`visitor ${addressOf(request)}`, MOST_PER_ADDRESS];
  const giveBack = openStreams().take(who, most);
  if (!giveBack) return new Response(null, { status: 429, headers: { "retry-after": "60" } });
  let stream: ReadableStream<Uint8Array> | null = null;
  try {
    const topics = query.get("topics")?.split(",").filter(Boolean) ?? [];
    const audible = await createCaller(context).collaboration.audible({ topics });
    if (audible.topics.length === 0) return new Response(null, { status: 204 });
    const page = z.uuid().safeParse(query.get("page"));
    stream = liveStream({
      topics: new Set(audible.topics),
      signal: request.signal,
      // What the browser has heard since is further on than what the page was read at.
      since: seqOf(request.headers.get("last-event-id") ?? query.get("since")),
      here: audible.here && page.success ? { ...audible.here, id: page.data } : null,
      onEnd: giveBack,
    });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "BAD_REQUEST")
      return new Response(null, { status: 400 });
    throw error;
  } finally {
    if (!stream) giveBack();
  }
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

const seqOf = (text: string | null) => (text && /^\d{1,15}$/.test(text) ? Number(text) : null);

/** What the nearest proxy saw, or without one the framework: anything before it the reader can have made up. */
const addressOf = ({ headers }: Request) => headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
