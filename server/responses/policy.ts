import type { ChallengeState, ConflictState, ResponseState, ReviewState } from "@/db/enums";
import { type Actor, actingFor, actsFor, holds, isPerson } from "../core/actor";
import { definePolicy } from "../core/policy";

export type ResponseRow = {
  status: ResponseState;
  organisationId: string;
  clientId: string;
  challengeStatus: ChallengeState;
  /** By the database's clock. */
  isPast: boolean;
  /** The actor was asked to review, declared no conflict, and belongs to no respondent. */
  isFreeReviewer: boolean;
};
export type ReviewRow = {
  status: ReviewState;
  conflict: ConflictState | null;
  isOfRespondent: boolean;
};

/** From then on others than the respondent read. */
export const READ_IN: readonly ChallengeState[] = ["under-review", "decided"];

export const isClientOf = (actor: Actor, { clientId }: { clientId: string }) =>
  actsFor(actor, clientId) && holds(actor, "buyer", "curator");

const respondent = {
  who: "an entrepreneur of the responding company, which is not the client",
  denied: "responses.onlyRespondent",
  allows: (actor: Actor, row: ResponseRow) =>
    actsFor(actor, row.organisationId) &&
    actingFor(actor)?.kind === "company" &&
    row.organisationId !== row.clientId &&
    holds(actor, "entrepreneur"),
};
const reviewer = {
  who: "an assigned reviewer who declared no conflict and belongs to no respondent",
  denied: "responses.onlyReviewer",
  allows: (actor: Actor, row: ReviewRow) => isPerson(actor) && row.conflict === "none" && !row.isOfRespondent,
};

export const responsePolicy = definePolicy<ResponseRow, "read" | "save" | "submit" | "withdraw">({
  subject: "response",
  rules: {
    read: {
      who: "before the deadline only the respondent's organisation; once the review has started also the client's buyers and curators and the reviewers without conflict, as far as it was handed in",
      denied: "notFound",
      allows: (actor, row) =>
        actsFor(actor, row.organisationId) ||
        (row.status === "submitted" &&
          row.isPast &&
          READ_IN.includes(row.challengeStatus) &&
          (isClientOf(actor, row) || row.isFreeReviewer)),
    },
    save: respondent,
    submit: respondent,
    withdraw: respondent,
  },
});

export const reviewPolicy = definePolicy<ReviewRow, "save" | "submit">({
  subject: "review",
  rules: { save: reviewer, submit: reviewer },
});
