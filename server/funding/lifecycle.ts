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
  if (row.parties.length < fund.minimumParties)
    missing.push({ field: "parties", key: "funding.missing.parties" });
  return [
    ...missing,
    ...missingInMissionTest(row.missionTest).map(({ field }) => ({
      field,
      key: "funding.missing.missionTest",
    })),
  ];
}
