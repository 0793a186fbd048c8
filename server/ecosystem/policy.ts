import type { RoundState } from "@/db/enums";
import { actsFor, holds } from "../core/actor";
import { definePolicy } from "../core/policy";

export type RoundRow = { status: RoundState; organisationId: string | null };

const keeps = {
  who: "a curator or analyst of the organisation that keeps the round",
  denied: "ecosystem.onlyKeeper",
};

export const roundPolicy = definePolicy<RoundRow, "read" | "create" | "rate" | "publish">({
  subject: "diagnosis",
  rules: {
    read: {
      who: "anyone, once published; before that, the organisation that keeps the round",
      denied: "notFound",
      allows: (actor, row) =>
        row.status === "published" || (row.organisationId !== null && actsFor(actor, row.organisationId)),
    },
    create: {
      who: "a curator or analyst",
      denied: "ecosystem.onlyAnalyst",
      allows: (actor) => holds(actor, "curator", "analyst"),
    },
    rate: {
      ...keeps,
      allows: (actor, row) =>
        row.organisationId !== null &&
        actsFor(actor, row.organisationId) &&
        holds(actor, "curator", "analyst"),
    },
    publish: {
      ...keeps,
      allows: (actor, row) =>
        row.organisationId !== null &&
        actsFor(actor, row.organisationId) &&
        holds(actor, "curator", "analyst"),
    },
  },
});
