import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { liveStream } from "@/server/core/live-stream";
import { caller } from "@/server/trpc/caller";

/**
 * Server-sent events: `sync` first, then a `nudge` whenever something of the topics changed, and `presence` whenever someone
 * came to or left the object that the page shows. Who is signed in counts as there while it lasts.
 */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const topics = query.get("topics")?.split(",").filter(Boolean) ?? [];
  let audible: Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["collaboration"]["audible"]>>;
  try {
    audible = await (await caller()).collaboration.audible({ topics });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "BAD_REQUEST")
      return new Response(null, { status: 400 });
    throw error;
  }
  if (audible.topics.length === 0) return new Response(null, { status: 204 });
  const page = z.uuid().safeParse(query.get("page"));
  const here = audible.here && page.success ? { ...audible.here, id: page.data } : null;
  return new Response(liveStream(new Set(audible.topics), request.signal, here), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
