import type { ConsentState, PledgeState, ProgrammeState } from "@/db/enums";
import { defineLifecycle, type Missing } from "../core/lifecycle";

export type ProgrammeAction = "change" | "publish" | "close" | "propose";
export type ConsentAction = "consent" | "refuse" | "withdraw" | "fix" | "release" | "propose";
export type PledgeAction = "change" | "withdraw";

export const programmeLifecycle = defineLifecycle<ProgrammeState, ProgrammeAction>({
  subject: "programme",
  initial: "draft",
  transitions: {
    draft: { change: "draft", publish: "published", propose: "draft", close: "closed" },
    published: { change: "published", propose: "published", close: "closed" },
    closed: {},
  },
});

/** A need in a programme. The buyer may step back until the programme is fixed. */
export const consentLifecycle = defineLifecycle<ConsentState, ConsentAction>({
  subject: "consent",
  initial: "proposed",
  transitions: {
    proposed: { consent: "consented", refuse: "refused" },
    consented: { withdraw: "withdrawn", fix: "fixed" },
    refused: { propose: "proposed" },
    withdrawn: { propose: "proposed" },
    fixed: { release: "released" },
    released: { propose: "proposed" },
  },
});

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
