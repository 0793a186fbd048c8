import postgres from "postgres";
import { v7 } from "uuid";
import { CERTAINTIES } from "@/db/enums";
import { migrate } from "@/db/migrate";
import { enterDatabase } from "@/scripts/postgres/embedded.mjs";
import { databaseAt } from "@/tests/support/databases";
import { root } from "./applications";

/** How many there are of what. */
export type Size = { needs: number; programmes: number };
export const USUAL: Size = { needs: 10_000, programmes: 500 };
const WRITERS = 400;

export type Writer = { personId: string; organisationId: string; sessionId: string };
export type BenchDatabase = { url: string; writers: Writer[]; leave: () => Promise<void> };

/** A database with so many needs and programmes, durable as in production. */
export async function benchDatabase(size: Size = USUAL): Promise<BenchDatabase> {
  const name = `bundel_bench_${size.needs}`;
  const server = await enterDatabase({ dataDirectory: `${root}/.test/bench`, projectDirectory: root });
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin`drop database if exists ${admin(name)} with (force)`;
  await admin`create database ${admin(name)}`;
  await admin.end();
  const url = databaseAt(server.url, name);
  await migrate(url);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const writers = await fill(sql, size);
  await sql`vacuum analyze`;
  await sql.end();
  return { url, writers, leave: server.leave };
}

async function fill(sql: postgres.Sql, size: Size): Promise<Writer[]> {
  const organisations = Array.from({ length: 40 }, (_, index) => ({
    id: v7(),
    slug: `bench-${index}`,
    name: `Bench ${index}`,
    kind: "ministry",
    verified_at: new Date(),
    is_demonstration: true,
  }));
  await sql`insert into organisations ${sql(organisations)}`;
  const writers = Array.from({ length: WRITERS }, (_, index) => ({
    personId: v7(),
    organisationId: organisations[index % organisations.length]!.id,
    sessionId: v7(),
  }));
  for (const { personId, organisationId, sessionId } of writers) {
    await sql`insert into persons (id, email, name) values (${personId}, ${`${personId}@example.org`}, 'Bench')`;
    await sql`insert into memberships (organisation_id, person_id, roles) values (${organisationId}, ${personId}, '{buyer,curator}')`;
    await sql`insert into sessions (id, person_id, organisation_id, expires_at) values (${sessionId}, ${personId}, ${organisationId}, now() + interval '1 day')`;
  }
  const createdBy = writers[0]!.personId;
  const needs = Array.from({ length: size.needs }, (_, index) => needRow(index, organisations, createdBy));
  for (let from = 0; from < size.needs; from += 500)
    await sql`insert into needs ${sql(needs.slice(from, from + 500))}`;
  const programmes = Array.from({ length: size.programmes }, (_, index) => ({
    id: v7(),
    title: `Programma ${index} ${words(index)}`,
    description: words(index + 3),
    language: "nl",
    theme: "bench",
    lead_id: organisations[index % organisations.length]!.id,
    status: "published",
    published_at: new Date(),
    created_by: createdBy,
  }));
  await sql`insert into programmes ${sql(programmes)}`;
  const bundled = needs.slice(0, size.programmes * 5).map(({ id }, index) => ({
    programme_id: programmes[index % size.programmes]!.id,
    need_id: id,
    status: "consented",
    proposed_by: createdBy,
  }));
  await sql`insert into programme_needs ${sql(bundled)}`;
  return writers;
}

export function needRow(index: number, organisations: { id: string }[], createdBy: string) {
  const start = new Date(Date.UTC(2027, (index * 3) % 48, 1));
  const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 3, 0));
  return {
    id: v7(),
    buyer_id: organisations[index % organisations.length]!.id,
    title: `Behoefte ${index} ${words(index)}`,
    description: `${words(index + 1)} ${words(index + 2)}`,
    language: "nl",
    window_start: start.toISOString().slice(0, 10),
    window_end: end.toISOString().slice(0, 10),
    value_min_cents: 1_000_000 + index,
    value_max_cents: 5_000_000 + index,
    certainty: CERTAINTIES[index % 4]!,
    theme: "bench",
    visibility: index % 10 === 9 ? "signed-in" : "public",
    status: "published",
    published_at: new Date(),
    created_by: createdBy,
  };
}

const WORDS = "sensoren bruggen water energie zorg data veiligheid wonen vervoer licht lucht kade".split(" ");
const words = (seed: number) => [0, 5, 7].map((step) => WORDS[(seed + step) % WORDS.length]).join(" ");
