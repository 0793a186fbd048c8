import { TRPCError } from "@trpc/server";
import { caller } from "@/server/trpc/caller";

/** The click of a mail program (RFC 8058), or the button of the page: ends the mail, without signing in. */
export async function POST(request: Request): Promise<Response> {
  const { token, page } = asked(request);
  try {
    await (await caller()).notifications.unsubscribe({ token });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === "TOO_MANY_REQUESTS") return new Response(null, { status: 429 });
    return isForm(request) ? see(page) : new Response(null, { status: 404 });
  }
  return isForm(request) ? see(`${page}?done=1`) : new Response(null, { status: 200 });
}

/** Who merely looks at the address changes nothing: the page has a button. */
export function GET(request: Request): Response {
  const { token, page } = asked(request);
  return see(`${page}?${new URLSearchParams({ token })}`);
}

function asked(request: Request) {
  const query = new URL(request.url).searchParams;
  const language = query.get("language") === "en" ? "en" : "nl";
  return { token: query.get("token") ?? "", page: `/${language}/unsubscribe` };
}

/** A person's browser says that it reads pages; a mail program does not. */
const isForm = (request: Request) => (request.headers.get("accept") ?? "").includes("text/html");

const see = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
