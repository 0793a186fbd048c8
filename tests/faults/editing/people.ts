import { encode } from "next-auth/jwt";
import type postgres from "postgres";
import { v7 } from "uuid";
import { listEcosystems } from "@/server/regions/queries";
import { region } from "@/server/regions/region";

export type Editor = { personId: string; cookie: string; programmeId: string; mark: string };

/** So many people who together keep so many programmes, each signed in. */
export async function editors(
  sql: postgres.Sql,
  { people, programmes, secret }: { people: number; programmes: number; secret: string },
): Promise<Editor[]> {
  const { SESSION_COOKIE } = await import("@/server/auth/cookie");
  const theme = region().region.missionThemes[0]!.slug;
  const ecosystem = listEcosystems()[0]!.slug;
  const leads = Array.from({ length: programmes }, (_, index) => ({
    id: v7(),
    slug: `lead-${index}`,
    name: `Lead ${index}`,
    kind: "cluster-organisation",
    verified_at: new Date(),
    is_demonstration: true,
  }));
  await sql`insert into organisations ${sql(leads)}`;
  const made: Editor[] = [];
  const kept = leads.map(({ id }, index) => ({ id: v7(), leadId: id, title: `Programma ${index}` }));
  for (let index = 0; index < people; index += 1) {
    const { id: programmeId, leadId } = kept[index % programmes]!;
    const [personId, sessionId] = [v7(), v7()];
    await sql`insert into persons (id, email, name) values (${personId}, ${`${personId}@example.org`}, ${`Editor ${index}`})`;
    await sql`insert into memberships (organisation_id, person_id, roles) values (${leadId}, ${personId}, '{curator}')`;
    await sql`insert into sessions (id, person_id, organisation_id, expires_at)
      values (${sessionId}, ${personId}, ${leadId}, now() + interval '1 day')`;
    const token = await encode({ token: { sub: personId, sid: sessionId }, secret });
    made.push({ personId, cookie: `${SESSION_COOKIE}=${token}`, programmeId, mark: `e${index}` });
  }
  const createdBy = made[0]!.personId;
  await sql`insert into programmes ${sql(
    kept.map(({ id, leadId, title }) => ({
      id,
      lead_id: leadId,
      title,
      description: "Bewerkt door velen",
      language: "nl",
      theme,
      ecosystems: [ecosystem],
      elements: ["demand"],
      status: "published",
      published_at: new Date(),
      created_by: createdBy,
    })),
  )}`;
  return made;
}
