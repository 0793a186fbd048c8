import type { ChallengeState } from "@/db/enums";
import { defineLifecycle, type Missing } from "../core/lifecycle";
import { type Criterion, MISSION_PARTS, MISSION_QUESTIONS, type MissionTest } from "./input";

export type ChallengeAction =
  | "change"
  | "propose"
  | "accept"
  | "return"
  | "open"
  | "startReview"
  | "select"
  | "cancel";

export const challengeLifecycle = defineLifecycle<ChallengeState, ChallengeAction>({
  subject: "challenge",
  initial: "draft",
  transitions: {
    draft: { change: "draft", propose: "proposed", cancel: "cancelled" },
    proposed: { accept: "accepted", return: "returned", cancel: "cancelled" },
    returned: { change: "returned", propose: "proposed", cancel: "cancelled" },
    accepted: { open: "open", return: "returned", cancel: "cancelled" },
    open: { startReview: "under-review", cancel: "cancelled" },
    "under-review": { select: "decided", cancel: "cancelled" },
    decided: {},
    cancelled: {},
  },
});

/** What people see of the state: an open challenge is closed once its deadline has passed by the database's clock. */
export type ChallengePhase = ChallengeState | "closed";

export const phaseOf = (status: ChallengeState, isPast: boolean): ChallengePhase =>
  status === "open" && isPast ? "closed" : status;

/** In these states a reviewer can be asked. */
export const REVIEWERS_ASKED_IN: readonly ChallengeState[] = ["accepted", "open", "under-review"];
/** A challenge needs at least this many reviewers without a conflict of interest. */
export const LEAST_REVIEWERS = 2;
const LEAST_PARTIES = 2;

type Row = {
  description: string;
  needId: string | null;
  programmeId: string | null;
  theme: string | null;
  ecosystem: string | null;
  elements: readonly string[];
  missionTest: Partial<MissionTest>;
  parties: readonly string[];
  criteria: readonly Criterion[];
  deadline: Date | string | null;
};

/** The mission test: safe, better and just each say how, for whom and measured by what. */
export function missingInMissionTest(test: Partial<MissionTest>): Missing[] {
  return MISSION_PARTS.flatMap((part) =>
    MISSION_QUESTIONS.filter((question) => !test[part]?.[question]?.trim()).map((question) => ({
      field: `missionTest.${part}.${question}`,
      key: "challenges.missing.missionTest",
    })),
  );
}

/** What keeps a challenge from being proposed: what it is for, and how it serves the mission. */
export function missingForProposal(row: Row): Missing[] {
  const missing: Missing[] = [];
  const need = (field: string, there: boolean) => {
    if (!there) missing.push({ field, key: `challenges.missing.${field}` });
  };
  need("description", row.description.trim() !== "");
  need("needId", row.needId !== null || row.programmeId !== null);
  need("theme", row.theme !== null);
  need("ecosystem", row.ecosystem !== null);
  need("elements", row.elements.length > 0);
  need("parties", new Set(row.parties).size >= LEAST_PARTIES);
  need("criteria", weightsAddUp(row.criteria));
  need("deadline", row.deadline !== null);
  return [...missing, ...missingInMissionTest(row.missionTest)];
}

/** Weights are percentages and make 100 together; keys differ. */
export function weightsAddUp(criteria: readonly Criterion[]): boolean {
  const keys = new Set(criteria.map(({ key }) => key));
  return keys.size === criteria.length && criteria.reduce((sum, { weight }) => sum + weight, 0) === 100;
}
