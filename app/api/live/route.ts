import { TRPCError } from "@trpc/server";
import { liveStream } from "@/server/core/live-stream";
import { caller } from "@/server/trpc/caller";

/** Server-sent events: `sync` first, then a `nudge` whenever something of the topics changed. */
export async function GET(request: Request): Promise<Response> {
  const topics = new URL(request.url).searchParams.get("topics")?.split(",").filter(Boolean) ?? [];
  let audible: string[];
  try {
    audible = (await (await caller()).collaboration.audible({ topics })).topics;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "BAD_REQUEST")
      return new Response(null, { status: 400 });
    throw error;
  }
  if (audible.length === 0) return new Response(null, { status: 204 });
  return new Response(liveStream(new Set(audible), request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
