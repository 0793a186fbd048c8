import { issueStatus, takeIn } from "@/server/imports/upload";
import { requestContext } from "@/server/trpc/context";

/** Takes in a file as the browser sends it: streamed, never more than is allowed, for who may import. */
export async function POST(request: Request): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return new Response(null, { status: 403 });
  const query = new URL(request.url).searchParams;
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  const answer = await takeIn(await requestContext(), {
    body: request.body,
    length: Number.isFinite(length) ? length : null,
    name: query.get("name") ?? "",
    language: query.get("language") ?? "",
  });
  return Response.json(answer, {
    status: issueStatus(answer),
    headers: { "cache-control": "no-store" },
  });
}
