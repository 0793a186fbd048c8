import type { ApplicationState, FundState } from "@/db/enums";
import { type Actor, actsFor, holds, isPerson, personId } from "../core/actor";
import { definePolicy } from "../core/policy";

export type FundRow = { status: FundState; ownerId: string };
export type ApplicationRow = {
  status: ApplicationState;
  applicantId: string;
  createdBy: string;
  assessedBy: string | null;
  fundOwnerId: string;
  amountCents: number | null;
  /** Whether the person belongs to the applicant in any of their organisations. */
  isOfApplicant: boolean;
  /** Up to what this person may sign for the fund; null without a mandate. */
  mandateCents: number | null;
};
export type DecisionRow = { isPublished: boolean; organisationId: string };

const isApplicant = (actor: Actor, row: ApplicationRow) =>
  actsFor(actor, row.applicantId) && holds(actor, "entrepreneur", "curator", "buyer", "partner");
const applicant = {
  who: "the applicant's organisation",
  denied: "funding.onlyApplicant",
  allows: isApplicant,
};
const isFundStaff = (actor: Actor, row: ApplicationRow) =>
  actsFor(actor, row.fundOwnerId) && holds(actor, "funding-officer", "approver", "controller");

export const fundPolicy = definePolicy<FundRow, "read" | "open" | "change" | "setMandate" | "apply">({
  subject: "fund",
  rules: {
    read: { who: "anyone", denied: "notFound", allows: () => true },
    open: {
      who: "a funding officer",
      denied: "funding.onlyOfficers",
      allows: (actor) => holds(actor, "funding-officer"),
    },
    change: {
      who: "a funding officer of the fund's owner",
      denied: "funding.onlyOfficer",
      allows: (actor, row) => actsFor(actor, row.ownerId) && holds(actor, "funding-officer"),
    },
    setMandate: {
      who: "a manager of the fund's owner",
      denied: "funding.onlyManager",
      allows: (actor, row) => actsFor(actor, row.ownerId) && holds(actor, "manager"),
    },
    apply: {
      who: "an entrepreneur, curator, buyer or partner",
      denied: "funding.onlyApplicants",
      allows: (actor) => holds(actor, "entrepreneur", "curator", "buyer", "partner"),
    },
  },
});

export const applicationPolicy = definePolicy<
  ApplicationRow,
  "read" | "change" | "submit" | "withdraw" | "assess" | "sign"
>({
  subject: "application",
  rules: {
    read: {
      who: "the applicant; once submitted, the officers, approvers and controllers of the fund's owner",
      denied: "notFound",
      allows: (actor, row) =>
        actsFor(actor, row.applicantId) || (row.status !== "draft" && isFundStaff(actor, row)),
    },
    change: applicant,
    submit: applicant,
    withdraw: applicant,
    assess: {
      who: "a funding officer of the fund's owner who is not of the applicant",
      denied: "funding.onlyOfficer",
      allows: (actor, row) =>
        actsFor(actor, row.fundOwnerId) &&
        holds(actor, "funding-officer") &&
        !row.isOfApplicant &&
        personId(actor) !== row.createdBy,
    },
    sign: {
      who: "an approver of the fund's owner within the mandate, neither the officer nor anyone of the applicant",
      denied: "funding.onlyApprover",
      allows: (actor, row) => refusalToSign(actor, row) === null,
    },
  },
});

export const decisionPolicy = definePolicy<DecisionRow, "read" | "publish">({
  subject: "decision",
  rules: {
    read: {
      who: "anyone once it is public; before that, who acts for the organisation that decided",
      denied: "notFound",
      allows: (actor, row) => row.isPublished || actsFor(actor, row.organisationId),
    },
    publish: {
      who: "a funding officer or approver of the organisation that decided",
      denied: "funding.onlyPublishers",
      allows: (actor, row) =>
        actsFor(actor, row.organisationId) && holds(actor, "funding-officer", "approver"),
    },
  },
});

/** The key of the reason why this person does not sign this application, or null for who may. */
export function refusalToSign(actor: Actor, row: ApplicationRow): string | null {
  if (!isPerson(actor) || !actsFor(actor, row.fundOwnerId) || !holds(actor, "approver"))
    return "funding.onlyApprover";
  if (row.isOfApplicant || actor.personId === row.createdBy) return "funding.ofApplicant";
  if (actor.personId === row.assessedBy) return "funding.officerDoesNotSign";
  if (row.mandateCents === null) return "funding.noMandate";
  return (row.amountCents ?? 0) > row.mandateCents ? "funding.aboveMandate" : null;
}
