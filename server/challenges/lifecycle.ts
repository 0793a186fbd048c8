import type { ChallengeState } from "@/db/enums";
import type { Criterion, MissionTest } from "@/db/schema/challenges";
import { defineLifecycle, type Missing } from "../core/lifecycle";

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
    accepted: { open: "open", cancel: "cancelled" },
    open: { startReview: "under-review", cancel: "cancelled" },
    "under-review": { select: "decided", cancel: "cancelled" },
    decided: {},
    cancelled: {},
  },
});

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
  return (["safe", "better", "just"] as const).flatMap((part) =>
    (["how", "forWhom", "measuredBy"] as const)
      .filter((question) => !test[part]?.[question]?.trim())
      .map((question) => ({
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
  need("parties", row.parties.length >= 2);
  need("criteria", weightsAddUp(row.criteria));
  need("deadline", row.deadline !== null);
  return [...missing, ...missingInMissionTest(row.missionTest)];
}

/** Weights are percentages and make 100 together; keys differ. */
export function weightsAddUp(criteria: readonly Criterion[]): boolean {
  const keys = new Set(criteria.map(({ key }) => key));
  return keys.size === criteria.length && criteria.reduce((sum, { weight }) => sum + weight, 0) === 100;
}
