import { readFile } from "node:fs/promises";
import { env } from "@/env";

/** The city's own stylesheet, loaded after ours so that its tokens win. Empty where the operator set none. */
export async function GET(): Promise<Response> {
  const css = env.BUNDEL_THEME ? await readFile(env.BUNDEL_THEME, "utf8").catch(() => "") : "";
  return new Response(css, {
    headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=300" },
  });
}
