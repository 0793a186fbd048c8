import type { PledgeState, ProgrammeState } from "@/db/enums";
import { type Actor, actingFor, actsFor, holds } from "../core/actor";
import { definePolicy } from "../core/policy";
import type { ConsentAction, ConsentNow, PledgeAction } from "./lifecycle";

export type ProgrammeRow = {
  status: ProgrammeState;
  publishedAt: Date | null;
  leadId: string;
  hasOwnNeed?: boolean;
};
/** What a programme is before there is one. */
export const NEW_PROGRAMME: ProgrammeRow = { status: "draft", publishedAt: null, leadId: "" };
export type ConsentRow = { status: ConsentNow; leadId: string; buyerId: string };
export type PledgeRow = { status: PledgeState; organisationId: string };

const leads = {
  who: "a curator of the programme's lead",
  denied: "programmes.onlyLead",
  allows: (actor: Actor, row: { leadId: string }) => actsFor(actor, row.leadId) && holds(actor, "curator"),
};
const buys = {
  who: "a buyer of the need's organisation",
  denied: "programmes.onlyBuyer",
  allows: (actor: Actor, row: { buyerId: string }) => actsFor(actor, row.buyerId) && holds(actor, "buyer"),
};
const PLEDGERS = ["company", "education", "research", "financier"];

export const programmePolicy = definePolicy<
  ProgrammeRow,
  "read" | "create" | "change" | "publish" | "close" | "propose" | "split" | "merge" | "pledge"
>({
  subject: "programme",
  rules: {
    read: {
      who: "anyone, once published; before that, its lead and the buyers of needs asked for it",
      denied: "notFound",
      allows: (actor, row) =>
        row.publishedAt !== null || actsFor(actor, row.leadId) || row.hasOwnNeed === true,
    },
    create: {
      who: "a curator",
      denied: "programmes.onlyCurator",
      allows: (actor) => holds(actor, "curator"),
    },
    change: leads,
    publish: leads,
    close: leads,
    propose: leads,
    split: leads,
    merge: leads,
    pledge: {
      who: "a company, educator, researcher or financier, to a published programme",
      denied: "programmes.onlyPledgers",
      allows: (actor, row) =>
        row.status === "published" &&
        PLEDGERS.includes(actingFor(actor)?.kind ?? "") &&
        holds(actor, "entrepreneur", "partner"),
    },
  },
});

export const consentPolicy = definePolicy<ConsentRow, ConsentAction>({
  subject: "consent",
  rules: {
    propose: leads,
    remind: leads,
    fix: leads,
    release: leads,
    askWindow: leads,
    regroup: leads,
    consent: buys,
    refuse: buys,
    withdraw: buys,
    allowFix: buys,
    acceptWindow: buys,
    declineWindow: buys,
  },
});

const pledges = {
  who: "the organisation that pledged",
  denied: "programmes.onlyPledger",
  allows: (actor: Actor, row: PledgeRow) =>
    actsFor(actor, row.organisationId) && holds(actor, "entrepreneur", "partner"),
};

export const pledgePolicy = definePolicy<PledgeRow, PledgeAction>({
  subject: "pledge",
  rules: { change: pledges, withdraw: pledges },
});
