import { TRPCError } from "@trpc/server";
import { caller } from "@/server/trpc/caller";

/** Everything kept about the person who asks, as a file. */
export async function GET(): Promise<Response> {
  try {
    const data = await (await caller()).accounts.export();
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="bundel.json"',
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED")
      return new Response(null, { status: 401 });
    throw error;
  }
}
