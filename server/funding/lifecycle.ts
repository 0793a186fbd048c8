import type { ApplicationState } from "@/db/enums";
import type { MissionTest } from "../challenges/input";
import { missingInMissionTest } from "../challenges/lifecycle";
import { defineLifecycle, type Missing } from "../core/lifecycle";

export type ApplicationAction = "change" | "submit" | "withdraw" | "assess" | "sign" | "award" | "refuse";

/** A change sends the application back to where it can be assessed anew: signatures are under a version. */
export const applicationLifecycle = defineLifecycle<ApplicationState, ApplicationAction>({
  subject: "application",
  initial: "draft",
  transitions: {
    draft: { change: "draft", submit: "submitted", withdraw: "withdrawn" },
    submitted: { change: "submitted", assess: "assessed", withdraw: "withdrawn" },
    assessed: {
      change: "submitted",
      sign: "assessed",
      award: "awarded",
      refuse: "refused",
      withdraw: "withdrawn",
    },
    awarded: {},
    refused: {},
    withdrawn: {},
  },
});

type Row = {
  description: string;
  amountCents: number | null;
  parties: readonly string[];
  missionTest: Partial<MissionTest>;
};

/** What keeps an application from being submitted to a fund. */
export function missingForSubmission(row: Row, fund: { minimumParties: number }): Missing[] {
  const missing: Missing[] = [];
  if (row.description.trim() === "")
    missing.push({ field: "description", key: "funding.missing.description" });
  if (row.amountCents === null) missing.push({ field: "amountCents", key: "funding.missing.amountCents" });
  if (countParties(row.parties) < fund.minimumParties)
    missing.push({ field: "parties", key: "funding.missing.parties" });
  return [
    ...missing,
    ...missingInMissionTest(row.missionTest).map(({ field }) => ({
      field,
      key: "funding.missing.missionTest",
    })),
  ];
}

/** How many different organisations: one that is named twice counts once. */
export const countParties = (parties: readonly string[]): number =>
  new Set(parties.map((name) => name.trim().toLowerCase()).filter((name) => name !== "")).size;

/**
 * What each euro brings along: co-funding divided by the amount asked for.
 * @returns null where there is no amount to divide by
 */
export const multiplierOf = (amountCents: number | null, cofundingCents: number | null): number | null =>
  amountCents ? (cofundingCents ?? 0) / amountCents : null;
