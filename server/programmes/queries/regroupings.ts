import { and, asc, desc, eq, isNull, ne, or } from "drizzle-orm";
import { programmeRegroupings, programmes } from "@/db/schema/programmes";
import { actingFor } from "../../core/actor";
import type { Context } from "../../core/context";
import { allows } from "../../core/policy";
import { programmePolicy } from "../policy";
import { programmesVisibleTo, requireVisible } from "../visible";

/**
 * The splits and merges of a programme that stand and whose other side the actor may see, the newest first; and for its lead
 * the programmes in which it could go on.
 */
export async function listRegroupings(ctx: Context, { id }: { id: string }) {
  const programme = await requireVisible(ctx, id);
  const of = (side: "fromId" | "toId", other: "fromId" | "toId") =>
    ctx.db
      .select({
        id: programmeRegroupings.id,
        kind: programmeRegroupings.kind,
        reason: programmeRegroupings.reason,
        madeAt: programmeRegroupings.madeAt,
        other: {
          id: programmes.id,
          title: programmes.title,
          language: programmes.language,
          leadId: programmes.leadId,
        },
      })
      .from(programmeRegroupings)
      .innerJoin(programmes, eq(programmes.id, programmeRegroupings[other]))
      .where(
        and(
          eq(programmeRegroupings[side], id),
          isNull(programmeRegroupings.undoneAt),
          programmesVisibleTo(ctx.actor),
        ),
      )
      .orderBy(desc(programmeRegroupings.madeAt));
  const leads = allows(programmePolicy, ctx.actor, "merge", programme);
  const [went, came, others] = await Promise.all([
    of("fromId", "toId"),
    of("toId", "fromId"),
    leads && programme.status !== "closed" ? openOf(ctx, id) : [],
  ]);
  const mayUndo = (other: { leadId: string }) =>
    leads && allows(programmePolicy, ctx.actor, "merge", { ...programme, leadId: other.leadId });
  return {
    made: [
      ...went.map((one) => ({ ...one, to: "other" as const, mayUndo: mayUndo(one.other) })),
      ...came.map((one) => ({ ...one, to: "this" as const, mayUndo: mayUndo(one.other) })),
    ],
    canGoOnIn: others,
  };
}

export type Regroupings = Awaited<ReturnType<typeof listRegroupings>>;

const openOf = (ctx: Context, id: string) =>
  ctx.db
    .select({ id: programmes.id, title: programmes.title })
    .from(programmes)
    .where(
      and(
        eq(programmes.leadId, actingFor(ctx.actor)?.id ?? ""),
        ne(programmes.id, id),
        or(eq(programmes.status, "draft"), eq(programmes.status, "published")),
      ),
    )
    .orderBy(asc(programmes.title))
    .limit(200);
