import type { OrganisationKind, Role } from "@/db/enums";

/** Who is asking: a visitor, or a person acting on behalf of one organisation at a time. */
export type Actor = Visitor | Person;

export type Visitor = { kind: "visitor" };

export type Person = {
  kind: "person";
  personId: string;
  sessionId: string | null;
  isAdministrator: boolean;
  /** The organisation acted for, with the roles held there; null for a person of no organisation. */
  organisation: ActingFor | null;
};

export type ActingFor = {
  id: string;
  name: string;
  kind: OrganisationKind;
  isVerified: boolean;
  roles: readonly Role[];
};

export const visitor: Visitor = { kind: "visitor" };

export const isPerson = (actor: Actor): actor is Person => actor.kind === "person";

/** The organisation acted for, or null. */
export const actingFor = (actor: Actor): ActingFor | null => (isPerson(actor) ? actor.organisation : null);

export const personId = (actor: Actor): string | null => (isPerson(actor) ? actor.personId : null);

export const actsFor = (actor: Actor, organisationId: string): boolean =>
  actingFor(actor)?.id === organisationId;

/** Holds one of the roles in the organisation acted for. Roles of an organisation that is not verified do not count. */
export function holds(actor: Actor, ...roles: Role[]): boolean {
  const organisation = actingFor(actor);
  return organisation?.isVerified === true && roles.some((role) => organisation.roles.includes(role));
}

/** As `holds`, but also while the organisation still waits for verification: enough for drafts. */
export function holdsUnverified(actor: Actor, ...roles: Role[]): boolean {
  return roles.some((role) => actingFor(actor)?.roles.includes(role));
}
