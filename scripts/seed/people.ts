import { eq } from "drizzle-orm";
import type { OrganisationKind, Role } from "@/db/enums";
import type { Demo } from "@/db/regions/demo-schema";
import { persons } from "@/db/schema/accounts";
import { memberships, organisations } from "@/db/schema/organisations";
import type { Person } from "@/server/core/actor";
import type { Context } from "@/server/core/context";
import { createCaller } from "@/server/trpc/root";

/** The one person through whom the invented organisations act, by organisation kind. */
const ROLES_OF_KIND: Record<OrganisationKind, Role[]> = {
  ministry: ["buyer", "manager"],
  municipality: ["buyer", "manager"],
  province: ["buyer", "manager"],
  ngo: ["buyer", "manager"],
  "international-organisation": ["buyer", "manager"],
  company: ["entrepreneur", "manager"],
  education: ["partner", "manager"],
  research: ["partner", "manager"],
  financier: ["partner", "manager"],
  "cluster-organisation": ["curator", "analyst", "manager"],
};

/** Personas have role names, not people's names; each belongs to an organisation of the first fitting kind. */
const PERSONAS: { slug: string; name: string; kind: OrganisationKind | null; nth?: number; roles: Role[] }[] =
  [
    {
      slug: "buyer-ministry",
      name: "Inkoper ministerie (demo)",
      kind: "ministry",
      nth: 1,
      roles: ["buyer", "manager"],
    },
    {
      slug: "buyer-municipality",
      name: "Inkoper gemeente (demo)",
      kind: "municipality",
      roles: ["buyer", "manager"],
    },
    {
      slug: "curator",
      name: "Clusterontwikkelaar (demo)",
      kind: "cluster-organisation",
      roles: ["curator", "analyst", "manager"],
    },
    {
      slug: "curator-2",
      name: "Clusterontwikkelaar 2 (demo)",
      kind: "cluster-organisation",
      roles: ["curator"],
    },
    {
      slug: "company-a",
      name: "Ondernemer A (demo)",
      kind: "company",
      nth: 2,
      roles: ["entrepreneur", "manager"],
    },
    {
      slug: "company-b",
      name: "Ondernemer B (demo)",
      kind: "company",
      nth: 3,
      roles: ["entrepreneur", "manager"],
    },
    { slug: "reviewer-1", name: "Beoordelaar 1 (demo)", kind: "cluster-organisation", roles: ["reviewer"] },
    { slug: "reviewer-2", name: "Beoordelaar 2 (demo)", kind: "education", roles: ["reviewer"] },
    {
      slug: "funding-officer",
      name: "Subsidiemedewerker (demo)",
      kind: "municipality",
      roles: ["funding-officer"],
    },
    { slug: "approver-1", name: "Goedkeurder 1 (demo)", kind: "municipality", roles: ["approver"] },
    { slug: "approver-2", name: "Goedkeurder 2 (demo)", kind: "municipality", roles: ["approver"] },
    { slug: "educator", name: "Opleider (demo)", kind: "education", roles: ["partner", "manager"] },
    { slug: "researcher", name: "Onderzoeker (demo)", kind: "research", roles: ["partner", "manager"] },
    { slug: "financier", name: "Financier (demo)", kind: "financier", roles: ["partner", "manager"] },
    { slug: "admin", name: "Beheerder (demo)", kind: null, roles: [] },
  ];

export type Cast = {
  organisationId: (slug: string) => string;
  /** A context in which the invented organisation's own person acts. */
  by: (organisation: string) => Context & { actor: Person };
  persona: (slug: string) => Context & { actor: Person };
  /** The persona who works for the organisation with this role; the organisation's own person where none does. */
  playing: (organisation: string, role: Role) => Context & { actor: Person };
};

/** Makes the invented organisations, a person for each, and the personas. */
export async function seedPeople(db: Context["db"], demo: Demo): Promise<Cast> {
  const rows = await db
    .insert(organisations)
    .values(
      demo.organisations.filter(isVerified).map(({ slug, name, kind, emailDomain }) => ({
        slug,
        name,
        kind,
        emailDomain,
        isDemonstration: true,
        verifiedAt: new Date(),
      })),
    )
    .returning();
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  type Organisation = (typeof rows)[number];

  async function add(
    name: string,
    email: string,
    home: Organisation | null,
    roles: Role[],
    persona: string | null,
  ) {
    const isAdministrator = persona === "admin";
    const [person] = await db.insert(persons).values({ name, email, persona, isAdministrator }).returning();
    if (home) await db.insert(memberships).values({ organisationId: home.id, personId: person!.id, roles });
    const actor: Person = {
      kind: "person",
      personId: person!.id,
      sessionId: null,
      isAdministrator,
      organisation: home && { id: home.id, name: home.name, kind: home.kind, isVerified: true, roles },
    };
    return { db, actor, now: new Date() };
  }

  const own = new Map<string, Context & { actor: Person }>();
  for (const row of rows)
    own.set(
      row.slug,
      await add("Medewerker (demo)", `medewerker@${row.emailDomain}`, row, ROLES_OF_KIND[row.kind], null),
    );
  const played = new Map<string, Context & { actor: Person }>();
  for (const { slug, name, kind, nth, roles } of PERSONAS) {
    const home = kind ? (rows.filter((row) => row.kind === kind)[nth ?? 0] ?? null) : null;
    played.set(slug, await add(name, `${slug}@${home?.emailDomain ?? "beheer.example"}`, home, roles, slug));
  }
  for (const { name, kind, emailDomain } of demo.organisations.filter((one) => !isVerified(one))) {
    const founder = await add("Oprichter (demo)", `oprichter@${emailDomain}`, null, [], null);
    const { id } = await createCaller(founder).organisations.create({ name, kind, emailDomain });
    await db.update(organisations).set({ isDemonstration: true }).where(eq(organisations.id, id));
  }
  const by = (organisation: string) => known(own, organisation);
  return {
    organisationId: (slug) => known(bySlug, slug).id,
    by,
    persona: (slug) => known(played, slug),
    playing: (organisation, role) => {
      const { id } = known(bySlug, organisation);
      const works = ({ actor }: Context & { actor: Person }) =>
        actor.organisation?.id === id && actor.organisation.roles.includes(role);
      return [...played.values()].find(works) ?? by(organisation);
    },
  };
}

const isVerified = (one: Demo["organisations"][number]) => one.isVerified;

function known<T>(map: Map<string, T>, slug: string): T {
  const value = map.get(slug);
  if (value === undefined) throw new Error(`The demonstration data speak of ${slug}, which is not there.`);
  return value;
}
