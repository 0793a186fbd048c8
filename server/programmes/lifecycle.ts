import type { ConsentState, PledgeState, ProgrammeState } from "@/db/enums";
import { defineLifecycle, type Missing } from "../core/lifecycle";

export type ProgrammeAction = "change" | "publish" | "close" | "propose" | "split" | "merge";
export type ConsentAction =
  | "consent"
  | "refuse"
  | "remind"
  | "withdraw"
  | "allowFix"
  | "fix"
  | "release"
  | "propose"
  | "askWindow"
  | "acceptWindow"
  | "declineWindow"
  | "regroup";
/** A proposal that was not answered in time; by the clock, so it is nowhere stored. */
export type ConsentNow = ConsentState | "expired";
export type PledgeAction = "change" | "withdraw";

export const programmeLifecycle = defineLifecycle<ProgrammeState, ProgrammeAction>({
  subject: "programme",
  initial: "draft",
  transitions: {
    draft: {
      change: "draft",
      publish: "published",
      propose: "draft",
      split: "draft",
      merge: "closed",
      close: "closed",
    },
    published: {
      change: "published",
      propose: "published",
      split: "published",
      merge: "closed",
      close: "closed",
    },
    closed: {},
  },
});

/**
 * A need in a programme. The buyer may step back until the need is fixed. What was not answered in time can no longer be
 * answered, only asked again: a programme does not change after its lead stopped counting on it. What went along to another
 * programme is asked there anew: a consent is to one programme.
 */
export const consentLifecycle = defineLifecycle<ConsentNow, ConsentAction>({
  subject: "consent",
  initial: "proposed",
  transitions: {
    proposed: {
      consent: "consented",
      refuse: "refused",
      remind: "proposed",
      askWindow: "proposed",
      acceptWindow: "proposed",
      declineWindow: "proposed",
      regroup: "moved",
    },
    expired: { propose: "proposed", regroup: "moved" },
    consented: {
      withdraw: "withdrawn",
      allowFix: "consented",
      fix: "fixed",
      askWindow: "consented",
      acceptWindow: "consented",
      declineWindow: "consented",
      regroup: "moved",
    },
    refused: { propose: "proposed" },
    withdrawn: { propose: "proposed" },
    fixed: { release: "released" },
    released: { propose: "proposed" },
    moved: { propose: "proposed" },
  },
});

/** How long a buyer has to answer when the lead names no day, and how long after each reminder the next may be sent. */
export const DAYS_TO_ANSWER = 28;
const DAYS_BETWEEN_REMINDERS = 7;
const DAY = 86_400_000;

export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The last day to answer what is asked now; days are those of UTC. */
export const answerByDefault = (now: Date): string => dayOf(new Date(now.getTime() + DAYS_TO_ANSWER * DAY));

/** Where a need stands in a programme at this moment. */
export function consentAt(link: { status: ConsentState; answerBy: string }, now: Date): ConsentNow {
  return link.status === "proposed" && link.answerBy < dayOf(now) ? "expired" : link.status;
}

/** The moment from which on the lead may remind the buyer: once a week. */
export function remindableFrom({
  proposedAt,
  remindedAt,
}: {
  proposedAt: Date;
  remindedAt: Date | null;
}): Date {
  return new Date((remindedAt ?? proposedAt).getTime() + DAYS_BETWEEN_REMINDERS * DAY);
}

export const pledgeLifecycle = defineLifecycle<PledgeState, PledgeAction>({
  subject: "pledge",
  initial: "offered",
  transitions: { offered: { change: "offered", withdraw: "withdrawn" }, withdrawn: {} },
});

/** What keeps a programme from being published. */
export function missingForPublication(programme: {
  theme: string | null;
  ecosystems: readonly string[];
  elements: readonly string[];
  description: string;
}): Missing[] {
  const missing: Missing[] = [];
  if (programme.theme === null) missing.push({ field: "theme", key: "programmes.missing.theme" });
  if (programme.description.trim() === "")
    missing.push({ field: "description", key: "programmes.missing.description" });
  if (programme.ecosystems.length === 0)
    missing.push({ field: "ecosystems", key: "programmes.missing.ecosystems" });
  if (programme.elements.length === 0)
    missing.push({ field: "elements", key: "programmes.missing.elements" });
  return missing;
}
