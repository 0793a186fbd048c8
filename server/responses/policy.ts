import type { ResponseState, ReviewState } from "@/db/enums";
import { type Actor, actingFor, actsFor, holds, isPerson, personId } from "../core/actor";
import { definePolicy } from "../core/policy";

export type ResponseRow = { status: ResponseState; organisationId: string };
export type ReviewRow = {
  status: ReviewState;
  reviewerId: string;
  conflict: "undeclared" | "none" | "conflict";
  respondentId: string;
};

const respondent = {
  who: "an entrepreneur of the responding company",
  denied: "responses.onlyRespondent",
  allows: (actor: Actor, row: ResponseRow) =>
    actsFor(actor, row.organisationId) && holds(actor, "entrepreneur"),
};
const reviewer = {
  who: "an assigned reviewer who declared no conflict and is not of the respondent",
  denied: "responses.onlyReviewer",
  allows: (actor: Actor, row: ReviewRow) =>
    isPerson(actor) &&
    personId(actor) === row.reviewerId &&
    row.conflict === "none" &&
    actingFor(actor)?.id !== row.respondentId,
};

export const responsePolicy = definePolicy<ResponseRow, "read" | "save" | "submit" | "withdraw">({
  subject: "response",
  rules: {
    read: {
      who: "before the deadline only the respondent; after it the client and the reviewers without conflict",
      denied: "notFound",
      allows: (actor, row) => actsFor(actor, row.organisationId),
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
