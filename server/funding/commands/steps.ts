import { and, eq, isNull } from "drizzle-orm";
import { signatures } from "@/db/schema/funding";
import { personId } from "../../core/actor";
import { refuseIncomplete } from "../../core/command";
import type { Context } from "../../core/context";
import { brokenRule } from "../../core/errors";
import type { ApplicationStep, Assess, ChangeApplication } from "../input";
import { missingForSubmission } from "../lifecycle";
import { act } from "./act";

/** Changes an application. Signatures stand under a version, so a change voids them and it is assessed anew. */
export const changeApplication = (ctx: Context, { id, version, ...fields }: ChangeApplication) =>
  act(ctx, { id, version }, "change", async (tx, before) => {
    await tx
      .update(signatures)
      .set({ voidedAt: ctx.now })
      .where(and(eq(signatures.applicationId, id), isNull(signatures.voidedAt)));
    return {
      ...fields,
      ...(before.status === "assessed" ? { advice: null, assessment: null, assessedBy: null } : {}),
    };
  });

/** Sends a complete application to a fund that is still open. */
export const submitApplication = (ctx: Context, input: ApplicationStep) =>
  act(ctx, input, "submit", async (_, before, fund) => {
    if (fund.status !== "open") throw brokenRule("funding.fundClosed");
    refuseIncomplete(missingForSubmission(before, fund));
    return { submittedAt: ctx.now };
  });

export const withdrawApplication = (ctx: Context, input: ApplicationStep) =>
  act(ctx, input, "withdraw", async () => ({}));

/** An officer's advice on a complete application. */
export const assessApplication = (ctx: Context, { advice, assessment, ...input }: Assess) =>
  act(ctx, input, "assess", async (_, before, fund) => {
    refuseIncomplete(missingForSubmission(before, fund));
    return { advice, assessment, assessedBy: personId(ctx.actor) };
  });
