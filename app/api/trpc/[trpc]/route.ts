import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { logFailure } from "@/server/core/log";
import { requestContext } from "@/server/trpc/context";
import { appRouter } from "@/server/trpc/root";

const LARGEST_BODY = 1_000_000;

async function handle(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return new Response(null, { status: 403 });
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_BODY)
    return new Response(null, { status: 413 });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: requestContext,
    maxBatchSize: 10,
    responseMeta: () => ({ headers: { "cache-control": "no-store" } }),
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") logFailure(error, path ?? "trpc");
    },
  });
}

/** A write from another site's page is refused, beside what the cookie's SameSite does. */
function sameOrigin(request: Request): boolean {
  if (request.method === "GET") return true;
  const site = request.headers.get("sec-fetch-site");
  return site === null || site === "same-origin";
}

export { handle as GET, handle as POST };
