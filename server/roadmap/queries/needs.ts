import { type SQL, sql } from "drizzle-orm";
import type { Certainty, Language, NeedState, WindowPrecision } from "@/db/enums";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { actingFor } from "../../core/actor";
import type { Context } from "../../core/context";
import { asFound, type Found, type FoundAsRead, foundIn } from "../../core/full-text";
import { needPolicy } from "../../needs/policy";

/** A need as every view of the roadmap tells it. */
export type RoadmapNeed = {
  id: string;
  title: string;
  language: Language;
  windowStart: string;
  windowEnd: string;
  valueMinCents: number;
  valueMaxCents: number;
  certainty: Certainty;
  status: NeedState;
  buyer: string;
  isDemonstration: boolean;
  /** What was searched for in it. */
  found?: Found;
  /** For the organisation whose need it is, while it is out: what a move or another certainty starts from. */
  own?: { version: number; precision: WindowPrecision };
};

/** Needs and their money; each counts once. */
export type Sum = { needs: number; valueMinCents: number; valueMaxCents: number };

export const ownOf = ({ actor }: Context): string | null => actingFor(actor)?.id ?? null;

/** Whether the actor may do this with the published needs of the organisation acted for. */
export const mayWithOwn = (ctx: Context, action: "move" | "change"): boolean =>
  needPolicy.rules[action].allows(ctx.actor, {
    status: "published",
    buyerId: ownOf(ctx) ?? "",
    visibility: "public",
    publishedAt: ctx.now,
  });

export const asSum = (of: SQL) =>
  sql`'needs', coalesce(${of}.needs, 0), 'valueMinCents', coalesce(${of}.value_min, 0),
    'valueMaxCents', coalesce(${of}.value_max, 0)`;

/** What of the search stands in a need's title; and in its description, where there is room to show that. */
export const foundInTitle = (q: string): SQL => foundIn({ title: sql`n.title` }, q);
export const foundInTexts = (q: string): SQL =>
  foundIn({ title: sql`n.title`, description: sql`n.description` }, q);

/** As the database tells what has been found in something. */
export type AsRead<T> = Omit<T, "found"> & { found?: FoundAsRead };

/** The same with what was found in it in pieces. */
export const inPieces = <T extends { found?: FoundAsRead }>({ found, ...rest }: T) => ({
  ...rest,
  ...(found && { found: asFound(found) }),
});

/** What is told of the needs with these ids; looked up last, when it is known which of them are shown. */
export const asNeeds = (ids: SQL, own: string | null, found: SQL) =>
  sql`coalesce((select json_agg(json_strip_nulls(json_build_object('id', n.id, 'title', n.title, 'language', n.language,
    'windowStart', n.window_start, 'windowEnd', n.window_end, 'valueMinCents', n.value_min_cents,
    'valueMaxCents', n.value_max_cents, 'certainty', n.certainty, 'status', n.status, 'buyer', b.name,
    'isDemonstration', b.is_demonstration, 'found', ${found}, 'own', case when n.buyer_id = ${own}::uuid and n.status = 'published'
      then json_build_object('version', n.version, 'precision', n.window_precision) end)) order by n.window_start, n.id)
    from ${needs} n join ${organisations} b on b.id = n.buyer_id where n.id in (${ids})), '[]')`;
