import type { OrganisationKind, Role } from "@/db/enums";
import { type Actor, actsFor, holdsUnverified, isPerson } from "../core/actor";
import { definePolicy } from "../core/policy";

/** Which roles an organisation of a kind may give; the first after manager is what its founder gets too. */
export const ROLES_OF_KIND: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  ministry: ["manager", "buyer", "analyst", "reviewer", "funding-officer", "approver", "controller"],
  municipality: [
    "manager",
    "buyer",
    "curator",
    "analyst",
    "reviewer",
    "funding-officer",
    "approver",
    "controller",
  ],
  province: [
    "manager",
    "buyer",
    "curator",
    "analyst",
    "reviewer",
    "funding-officer",
    "approver",
    "controller",
  ],
  ngo: ["manager", "buyer", "reviewer"],
  "international-organisation": ["manager", "buyer", "reviewer"],
  company: ["manager", "entrepreneur", "reviewer"],
  education: ["manager", "partner", "reviewer"],
  research: ["manager", "partner", "analyst", "reviewer"],
  financier: ["manager", "partner", "reviewer", "funding-officer", "approver", "controller"],
  "cluster-organisation": ["manager", "curator", "analyst", "reviewer"],
};

type Row = { id: string };
type Action = "change" | "invite" | "setRoles" | "removeMember" | "seeMembers" | "verify";

const manages = (actor: Actor, row: Row) => actsFor(actor, row.id) && holdsUnverified(actor, "manager");
const administers = (actor: Actor) => isPerson(actor) && actor.isAdministrator;

export const organisationPolicy = definePolicy<Row, Action>({
  subject: "organisation",
  rules: {
    change: {
      who: "a manager of the organisation, also before it is verified",
      denied: "organisations.onlyManager",
      allows: manages,
    },
    invite: {
      who: "a manager of the organisation, also before it is verified",
      denied: "organisations.onlyManager",
      allows: manages,
    },
    setRoles: {
      who: "a manager of the organisation, also before it is verified",
      denied: "organisations.onlyManager",
      allows: manages,
    },
    removeMember: {
      who: "a manager of the organisation, also before it is verified",
      denied: "organisations.onlyManager",
      allows: manages,
    },
    seeMembers: {
      who: "who acts for the organisation, and an administrator",
      denied: "organisations.onlyMembers",
      allows: (actor, row) => actsFor(actor, row.id) || administers(actor),
    },
    verify: {
      who: "an administrator who does not act for the organisation",
      denied: "organisations.onlyAdministrator",
      allows: (actor, row) => administers(actor) && !actsFor(actor, row.id),
    },
  },
});
