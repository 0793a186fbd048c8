import { and, asc, desc, eq } from "drizzle-orm";
import { challenges } from "@/db/schema/challenges";
import { decisions } from "@/db/schema/funding";
import { organisations } from "@/db/schema/organisations";
import { responses } from "@/db/schema/responses";
import { phaseOf } from "../../challenges/lifecycle";
import { isPastDeadline, msToDeadline } from "../../challenges/visible";
import { actingFor, actsFor } from "../../core/actor";
import type { Context } from "../../core/context";
import { found } from "../../core/errors";
import { type Ability, abilitiesOf } from "../../core/policy";
import { missingForSubmission, responseLifecycle } from "../lifecycle";
import { isClientOf, responsePolicy } from "../policy";
import { asRespondent } from "../sealed";
import { isFreeReviewer, responsesVisibleTo } from "../visible";
import { type Call, callOf, organisation } from "./call";

/** Responses of the organisation acted for, by deadline, latest first. */
export const listMine = (ctx: Context) =>
  asRespondent(ctx, async (tx) => {
    const own = actingFor(ctx.actor);
    if (!own) return [];
    const rows = await tx
      .select({
        id: responses.id,
        title: responses.title,
        language: responses.language,
        status: responses.status,
        submittedAt: responses.submittedAt,
        challengeId: challenges.id,
        challengeTitle: challenges.title,
        challengeLanguage: challenges.language,
        challengeStatus: challenges.status,
        deadline: challenges.deadline,
        isPast: isPastDeadline,
      })
      .from(responses)
      .innerJoin(challenges, eq(challenges.id, responses.challengeId))
      .where(eq(responses.organisationId, own.id))
      .orderBy(desc(challenges.deadline), asc(responses.id));
    return rows.map(({ challengeStatus, isPast, ...row }) => ({
      ...row,
      phase: phaseOf(challengeStatus, isPast),
    }));
  });

/** The own response to a challenge, or null; and whether the organisation acted for may respond. */
export const getOwn = (ctx: Context, { challengeId }: { challengeId: string }) =>
  asRespondent(ctx, async (tx) => {
    const call = await callOf(tx, ctx, challengeId);
    const own = actingFor(ctx.actor);
    const [row] = own
      ? await tx
          .select()
          .from(responses)
          .where(and(eq(responses.challengeId, challengeId), eq(responses.organisationId, own.id)))
      : [];
    const response = row ? withAbilities(ctx, row, call) : null;
    const respond = response?.abilities.save ?? abilityToRespond(ctx, own?.id ?? "", call);
    return { response, respond };
  });

/** One response: its own organisation always; client and free reviewers once the review has started. */
export const getResponse = (ctx: Context, { id }: { id: string }) =>
  asRespondent(ctx, async (tx) => {
    const row = found(
      (
        await tx
          .select({
            response: responses,
            challenge: challenges,
            organisation,
            isPast: isPastDeadline,
            msToDeadline,
            isFreeReviewer: isFreeReviewer(ctx.actor),
          })
          .from(responses)
          .innerJoin(challenges, eq(challenges.id, responses.challengeId))
          .innerJoin(organisations, eq(organisations.id, responses.organisationId))
          .where(and(eq(responses.id, id), responsesVisibleTo(ctx.actor)))
      )[0],
    );
    const { challenge } = row;
    const isOwn = actsFor(ctx.actor, row.response.organisationId);
    const [selection] = await tx
      .select({ id: decisions.id })
      .from(decisions)
      .where(and(eq(decisions.kind, "selection"), eq(decisions.responseId, id)));
    const { feedback, ...response } = withAbilities(ctx, row.response, {
      ...challenge,
      isPast: row.isPast,
      isFreeReviewer: row.isFreeReviewer,
    });
    return {
      ...response,
      feedback: isOwn || isClientOf(ctx.actor, challenge) ? feedback : null,
      isOwn,
      organisation: row.organisation,
      challenge: {
        id: challenge.id,
        title: challenge.title,
        language: challenge.language,
        deadline: challenge.deadline,
        phase: phaseOf(challenge.status, row.isPast),
        msToDeadline: row.msToDeadline,
        criteria: challenge.criteria,
      },
      selectionId: selection?.id ?? null,
    };
  });

function abilityToRespond(ctx: Context, organisationId: string, call: Call): Ability {
  const rule = responsePolicy.rules.save;
  if (!rule.allows(ctx.actor, rowOf({ status: "draft", organisationId }, call)))
    return { can: false, why: rule.denied, by: "policy" };
  return closed(call) ?? { can: true };
}

function closed({ status, isPast }: Pick<Call, "status" | "isPast">): Ability | null {
  if (status !== "open") return { can: false, why: `state.${status}`, by: "lifecycle" };
  return isPast ? { can: false, why: "responses.afterDeadline", by: "lifecycle" } : null;
}

type CallFacts = Pick<Call, "status" | "clientId" | "isPast" | "isFreeReviewer">;

const rowOf = (row: Pick<typeof responses.$inferSelect, "status" | "organisationId">, call: CallFacts) => ({
  status: row.status,
  organisationId: row.organisationId,
  clientId: call.clientId,
  challengeStatus: call.status,
  isPast: call.isPast,
  isFreeReviewer: call.isFreeReviewer,
});

function withAbilities(ctx: Context, row: typeof responses.$inferSelect, call: CallFacts) {
  const own = abilitiesOf(responsePolicy, responseLifecycle, ctx.actor, rowOf(row, call));
  const late = closed(call);
  const until = (ability: Ability): Ability => (ability.can && late ? late : ability);
  const { createdBy: _, ...response } = row;
  return {
    ...response,
    missing: missingForSubmission(row),
    abilities: { save: until(own.save), submit: until(own.submit), withdraw: until(own.withdraw) },
  };
}
