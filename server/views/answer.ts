import type { Context } from "../core/context";
import { siteAddress } from "../core/site";
import { calendarOf } from "./calendar";
import { readFeed } from "./queries";

const PRIVATE = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };
const FILE = /^([A-Za-z0-9_-]{43})\.ics$/;

/** The calendar behind an address; for one that does not work, the same nothing whatever the reason. */
export async function calendarAnswer(ctx: Context, file: string): Promise<Response> {
  const token = FILE.exec(file)?.[1];
  const feed = token ? await readFeed(ctx, token) : null;
  if (!feed) return new Response(null, { status: 404, headers: PRIVATE });
  return new Response(calendarOf({ ...feed, site: siteAddress() }), {
    headers: { ...PRIVATE, "content-type": "text/calendar; charset=utf-8" },
  });
}
