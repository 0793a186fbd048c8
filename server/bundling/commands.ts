import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 } from "uuid";
import { bundleDismissals } from "@/db/schema/bundling";
import { needs } from "@/db/schema/needs";
import { actingFor, personId } from "../core/actor";
import { authorize } from "../core/command";
import type { Context } from "../core/context";
import { brokenRule, found, notFound, violates } from "../core/errors";
import { recordEvent } from "../core/events";
import { needsVisibleTo } from "../needs/visible";
import { proposeNeeds } from "../programmes/commands/ask";
import { createProgrammeWithNeeds } from "../programmes/commands/prepare";
import { requireLead } from "../programmes/visible";
import type { AddToProgramme, BundleNeeds, Dismiss, UndoDismissal } from "./input";
import { suggestionPolicy } from "./policy";

/** Opens a programme in draft with these needs asked for; what all of them share, it takes over. */
export async function bundleNeeds(ctx: Context, { title, language, needIds }: BundleNeeds) {
  const chosen = await ctx.db
    .select({ theme: needs.theme, ecosystems: needs.ecosystems })
    .from(needs)
    .where(and(inArray(needs.id, needIds), needsVisibleTo(ctx.actor)));
  const themes = new Set(chosen.map(({ theme }) => theme));
  const ecosystems = [...new Set(chosen.flatMap((need) => need.ecosystems))].slice(0, 20);
  const theme = themes.size === 1 ? (chosen[0]?.theme ?? null) : null;
  const plan = { title, language, description: "", theme, programmeTheme: null, ecosystems, elements: [] };
  return createProgrammeWithNeeds(ctx, plan, needIds);
}

/** Asks for needs that fit a programme, all or nothing. */
export const addToProgramme = (ctx: Context, { programmeId, needIds }: AddToProgramme) =>
  proposeNeeds(ctx, programmeId, needIds);

/** Says for good, for the organisation acted for, that needs do not belong together or not in a programme. */
export async function dismissSuggestion(ctx: Context, { needIds, programmeId }: Dismiss) {
  const organisationId = actingFor(ctx.actor)?.id ?? "";
  authorize(ctx.actor, suggestionPolicy, "dismiss", { organisationId });
  const chosen = [...new Set(needIds)].sort();
  return ctx.db.transaction(async (tx) => {
    if (programmeId) await requireLead({ ...ctx, db: tx }, programmeId);
    const seen = await tx.$count(needs, and(inArray(needs.id, chosen), needsVisibleTo(ctx.actor)));
    if (seen < chosen.length) throw notFound();
    const id = v7();
    await tx
      .insert(bundleDismissals)
      .values({ id, organisationId, programmeId, needIds: chosen, dismissedBy: personId(ctx.actor)! })
      .catch((error) => {
        throw violates(error, "bundle_dismissals_standing") ? brokenRule("bundling.dismissedBefore") : error;
      });
    await recordEvent(tx, ctx, {
      verb: "suggestion.dismissed",
      subject: { kind: "suggestion", id },
      changes: { needs: { to: chosen }, ...(programmeId && { programme: { to: programmeId } }) },
    });
    return { id };
  });
}

/** Lets a dismissed suggestion be offered again. */
export async function undoDismissal(ctx: Context, { id }: UndoDismissal) {
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(bundleDismissals)
      .where(and(eq(bundleDismissals.id, id), isNull(bundleDismissals.undoneAt)))
      .for("update");
    authorize(ctx.actor, suggestionPolicy, "undo", found(row));
    await tx.update(bundleDismissals).set({ undoneAt: ctx.now }).where(eq(bundleDismissals.id, id));
    await recordEvent(tx, ctx, { verb: "suggestion.restored", subject: { kind: "suggestion", id } });
    return { id };
  });
}
