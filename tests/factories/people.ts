import { v7 } from "uuid";
import { database } from "@/db/client";
import type { OrganisationKind, Role } from "@/db/enums";
import { persons } from "@/db/schema/accounts";
import { memberships, organisations } from "@/db/schema/organisations";
import type { Person } from "@/server/core/actor";
import { visitor } from "@/server/core/actor";
import type { Context } from "@/server/core/context";

export type TestOrganisation = typeof organisations.$inferSelect;

/** A verified organisation of its own, so that tests do not meet. */
export async function organisation(
  kind: OrganisationKind,
  given: Partial<typeof organisations.$inferInsert> = {},
): Promise<TestOrganisation> {
  const slug = `${kind}-${v7()}`;
  const [row] = await database()
    .insert(organisations)
    .values({ slug, name: slug, kind, verifiedAt: new Date(), isDemonstration: true, ...given })
    .returning();
  return row!;
}

/** A person who acts for the organisation with these roles. */
export async function person(
  organisation: TestOrganisation | null,
  roles: Role[] = [],
  given: Partial<typeof persons.$inferInsert> = {},
): Promise<Person> {
  const [row] = await database()
    .insert(persons)
    .values({ email: `${v7()}@example.org`, name: "Test person", ...given })
    .returning();
  if (organisation)
    await database()
      .insert(memberships)
      .values({ organisationId: organisation.id, personId: row!.id, roles });
  return {
    kind: "person",
    personId: row!.id,
    sessionId: null,
    isAdministrator: row!.isAdministrator,
    organisation: organisation && {
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      isVerified: organisation.verifiedAt !== null,
      roles,
    },
  };
}

/** The context of a request by this person. */
export const as = (actor: Person): Context => ({ db: database(), actor, now: new Date() });
export const asVisitor = (): Context => ({ db: database(), actor: visitor, now: new Date() });

/** A new person of a new organisation of this kind, with these roles, as a context. */
export async function someone(kind: OrganisationKind, ...roles: Role[]) {
  const home = await organisation(kind);
  const actor = await person(home, roles);
  return { ...as(actor), actor, organisation: home };
}
