import type { ProgrammeState } from "@/db/enums";
import { actsFor, holds } from "../core/actor";
import { definePolicy } from "../core/policy";
import { programmePolicy } from "../programmes/policy";

export type NarrativeRow = {
  status: ProgrammeState;
  publishedAt: Date | null;
  leadId: string;
  /** Whether the organisation acted for has a need that was asked for the programme. */
  hasOwnNeed: boolean;
  /** Whether it agreed to bundle a need of its own in it. */
  hasAgreedNeed: boolean;
};

export const narrativePolicy = definePolicy<NarrativeRow, "read" | "write">({
  subject: "narrative",
  rules: {
    read: {
      who: "who may read the programme",
      denied: "notFound",
      allows: (actor, row) => programmePolicy.rules.read.allows(actor, row),
    },
    write: {
      who: "a curator of the programme's lead, and a buyer that agreed to bundle a need in it",
      denied: "narratives.onlyWriters",
      allows: (actor, row) =>
        (actsFor(actor, row.leadId) && holds(actor, "curator")) ||
        (row.hasAgreedNeed && holds(actor, "buyer")),
    },
  },
});
