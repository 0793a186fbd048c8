import { and, eq } from "drizzle-orm";
import { follows } from "@/db/schema/events";
import { actingFor, isPerson } from "../../core/actor";
import type { Context } from "../../core/context";
import { listEcosystems } from "../../regions/queries";
import { type Followed, MOST_TOPICS } from "../input";
import { canSee } from "./history";
import { subjectOf } from "./topics";

/** Whether the actor may follow it: an object that they may see, or an ecosystem or cell of the region. */
export async function mayFollow(ctx: Context, followed: Followed): Promise<boolean> {
  if (followed.kind === "ecosystem" || followed.kind === "cell") {
    const [ecosystem] = followed.id.split("/");
    return listEcosystems().some(({ slug }) => slug === ecosystem);
  }
  const [seen] = await canSee(ctx, [followed]);
  return seen === true;
}

/** Whether the actor follows it; null for a visitor, who cannot. */
export async function isFollowing(ctx: Context, { kind, id }: Followed): Promise<boolean | null> {
  if (!isPerson(ctx.actor)) return null;
  const own = and(
    eq(follows.personId, ctx.actor.personId),
    eq(follows.subjectKind, kind),
    eq(follows.subjectId, id),
  );
  return (await ctx.db.$count(follows, own)) > 0;
}

/** Kinds whose every change anyone may be nudged about: a nudge says that something changed, never what. */
const OPEN_KINDS: readonly string[] = [
  "need",
  "programme",
  "intervention",
  "challenge",
  "decision",
  "diagnosis",
];

/**
 * Of the topics asked, those that the actor may listen to: open kinds, single subjects that they may see, and what
 * concerns themselves (`inbox:<own person>`, `imports:<own organisation>`).
 */
export async function audibleTopics(ctx: Context, asked: string[]): Promise<string[]> {
  const topics = [...new Set(asked)].slice(0, MOST_TOPICS);
  const single = topics.flatMap((topic) => {
    const subject = subjectOf(topic);
    return subject ? [{ topic, subject }] : [];
  });
  const seen = await canSee(
    ctx,
    single.map(({ subject }) => subject),
  );
  const allowed = new Set(single.filter((_, index) => seen[index]).map(({ topic }) => topic));
  const own = [
    isPerson(ctx.actor) ? `inbox:${ctx.actor.personId}` : null,
    `imports:${actingFor(ctx.actor)?.id ?? ""}`,
  ];
  return topics.filter((topic) => OPEN_KINDS.includes(topic) || allowed.has(topic) || own.includes(topic));
}
