import type { needs } from "@/db/schema/needs";

type Need = typeof needs.$inferSelect;

/** Fields of a need that is made at once whose values the log keeps. The contact and the own reference are not among them. */
export const LOGGED_OF_NEW = [
  "title",
  "description",
  "windowStart",
  "windowEnd",
  "valueMinCents",
  "valueMaxCents",
  "certainty",
  "cpv",
  "theme",
  "ecosystems",
  "place",
  "procedure",
  "skills",
  "questions",
  "visibility",
  "status",
] as const satisfies readonly (keyof Need)[];

/** Fields whose changes the log keeps. */
export const LOGGED = [
  ...LOGGED_OF_NEW,
  "slackEarlier",
  "slackLater",
  "withdrawReason",
  "becameUrl",
] as const satisfies readonly (keyof Need)[];
