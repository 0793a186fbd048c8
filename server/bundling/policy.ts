import { type Actor, actsFor, holds } from "../core/actor";
import { definePolicy } from "../core/policy";

export type SuggestionRow = { organisationId: string };

const curates = {
  who: "a curator",
  denied: "bundling.onlyCurator",
  allows: (actor: Actor, row: SuggestionRow) => actsFor(actor, row.organisationId) && holds(actor, "curator"),
};

export const suggestionPolicy = definePolicy<SuggestionRow, "read" | "dismiss" | "undo">({
  subject: "suggestion",
  rules: {
    read: curates,
    dismiss: curates,
    undo: { ...curates, who: "a curator of the organisation that dismissed it", denied: "notFound" },
  },
});
