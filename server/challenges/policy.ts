import type { ChallengeState } from "@/db/enums";
import { type Actor, actingFor, actsFor, holds, isPerson, personId } from "../core/actor";
import { definePolicy } from "../core/policy";

export type ChallengeRow = {
  status: ChallengeState;
  clientId: string;
  proposedBy: string;
  openedAt: Date | null;
  isReviewer?: boolean;
};

const CLIENT_ROLES = ["buyer", "curator"] as const;
const isProposer = (actor: Actor, row: ChallengeRow) => isPerson(actor) && personId(actor) === row.proposedBy;
const isClient = (actor: Actor, row: ChallengeRow) =>
  actsFor(actor, row.clientId) && holds(actor, ...CLIENT_ROLES);

const keeper = {
  who: "who proposed it, or a buyer or curator of the client",
  denied: "challenges.onlyKeeper",
  allows: (actor: Actor, row: ChallengeRow) => isProposer(actor, row) || isClient(actor, row),
};
const client = {
  who: "a buyer or curator of the client",
  denied: "challenges.onlyClient",
  allows: isClient,
};
const second = {
  who: "a curator who did not propose it",
  denied: "challenges.onlySecondPerson",
  allows: (actor: Actor, row: ChallengeRow) => holds(actor, "curator") && !isProposer(actor, row),
};

export const challengePolicy = definePolicy<
  ChallengeRow,
  | "read"
  | "create"
  | "change"
  | "propose"
  | "accept"
  | "return"
  | "open"
  | "assignReviewer"
  | "startReview"
  | "select"
  | "cancel"
>({
  subject: "challenge",
  rules: {
    read: {
      who: "anyone, once opened; before that its proposer, its client, its reviewers and, once proposed, curators",
      denied: "notFound",
      allows: (actor, row) =>
        row.openedAt !== null ||
        isProposer(actor, row) ||
        actsFor(actor, row.clientId) ||
        row.isReviewer === true ||
        (["proposed", "returned", "accepted"].includes(row.status) && holds(actor, "curator")),
    },
    create: {
      who: "anyone who is signed in and acts for an organisation",
      denied: "challenges.onlyOrganisations",
      allows: (actor) => actingFor(actor) !== null,
    },
    change: keeper,
    propose: keeper,
    accept: second,
    return: second,
    open: client,
    assignReviewer: client,
    startReview: client,
    select: client,
    cancel: client,
  },
});
