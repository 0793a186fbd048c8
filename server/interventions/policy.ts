import type { InterventionState } from "@/db/enums";
import { type Actor, actsFor, holds } from "../core/actor";
import { definePolicy } from "../core/policy";

export type InterventionRow = { status: InterventionState; ownerId: string };

const owner = {
  who: "a curator of the organisation that owns the intervention",
  denied: "interventions.onlyOwner",
  allows: (actor: Actor, row: InterventionRow) => actsFor(actor, row.ownerId) && holds(actor, "curator"),
};

export const interventionPolicy = definePolicy<
  InterventionRow,
  "read" | "plan" | "change" | "start" | "complete" | "stop"
>({
  subject: "intervention",
  rules: {
    read: { who: "anyone", denied: "notFound", allows: () => true },
    plan: {
      who: "a curator",
      denied: "interventions.onlyCurator",
      allows: (actor) => holds(actor, "curator"),
    },
    change: owner,
    start: owner,
    complete: owner,
    stop: owner,
  },
});
