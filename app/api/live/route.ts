import { TRPCError } from "@trpc/server";
import { HEARTBEAT, liveHub, SYNC } from "@/server/core/live";
import { caller } from "@/server/trpc/caller";

export const dynamic = "force-dynamic";

const HEARTBEAT_MS = 25_000;
/** Chunks that a reader may leave unread; who is further behind is let go, and looks again when it comes back. */
const MOST_UNREAD = 64;

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
  return new Response(streamOf(new Set(audible), request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function streamOf(topics: ReadonlySet<string>, signal: AbortSignal): ReadableStream<Uint8Array> {
  let stop = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (chunk: Uint8Array) => {
          if ((controller.desiredSize ?? 0) <= 0) return leave();
          controller.enqueue(chunk);
        };
        const unsubscribe = liveHub().subscribe({ topics, send });
        const heartbeat = setInterval(() => send(HEARTBEAT), HEARTBEAT_MS);
        stop = () => {
          clearInterval(heartbeat);
          unsubscribe();
          signal.removeEventListener("abort", leave);
          stop = () => {};
        };
        function leave() {
          stop();
          try {
            controller.close();
          } catch {
            // It was closed from the other side.
          }
        }
        signal.addEventListener("abort", leave);
        send(SYNC);
      },
      cancel: () => stop(),
    },
    { highWaterMark: MOST_UNREAD },
  );
}
