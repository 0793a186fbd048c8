import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { v7 } from "uuid";
import type { Database } from "@/db/client";
import type { Context } from "@/server/core/context";
import type { BenchDatabase, Writer } from "./data";
import { compare, type Line } from "./measure";

type Statement = { text: string; parameters: unknown[] };

/** The server's procedures in process, each against its own SQL over the same driver and a pool of the same size. */
export async function measureProcedures(
  { url, writers }: BenchDatabase,
  add: (lines: Line[]) => void,
): Promise<void> {
  process.env.DATABASE_URL = url;
  const { database, schema } = await import("@/db/client");
  const { createCaller } = await import("@/server/trpc/root");
  const { readSession } = await import("@/server/auth/actor");
  const db = database();
  const pool = () =>
    postgres(url, { max: 20, onnotice: () => {}, connection: { role: "bundel_app", TimeZone: "UTC" } });
  // The first reads as the ORM does: it is told to leave dates and JSON as text. The second writes values as they are.
  const [bare, plain] = [pool(), pool()];
  const callerOf = async (writer: Writer, on: Database = db) => {
    const context: Context = { db: on, ...(await readSession(on, writer.sessionId)), now: new Date() };
    return createCaller(context);
  };
  type Caller = Awaited<ReturnType<typeof callerOf>>;

  /** The statements that the call sends, without those that find out who asks, and without what is known by then. */
  async function statementsOf(call: (caller: Caller) => Promise<unknown>): Promise<Statement[]> {
    const seen: Statement[] = [];
    const logger = { logQuery: (text: string, parameters: unknown[]) => seen.push({ text, parameters }) };
    const listened = drizzle(bare, { schema, casing: "snake_case", logger }) as unknown as Database;
    const caller = await callerOf(writers[0]!, listened);
    await call(caller);
    seen.length = 0;
    await call(caller);
    return seen;
  }
  const send = (statements: Statement[]) =>
    Promise.all(statements.map(({ text, parameters }) => bare.unsafe(text, parameters as never[]).values()));

  try {
    const list = (caller: Caller) => caller.needs.list({});
    const find = (caller: Caller) => caller.collaboration.search({ text: "sensoren", limit: 20 });
    const [listSql, findSql] = [await statementsOf(list), await statementsOf(find)];
    const writer = (turn: number) => writers[turn % writers.length]!;

    add(
      await compare(
        "List procedure, signed in",
        3,
        () => send(listSql),
        async (turn) => list(await callerOf(writer(turn))),
      ),
    );
    add(
      await compare(
        "Full-text search",
        2.5,
        () => send(findSql),
        async (turn) => find(await callerOf(writer(turn))),
      ),
    );
    add(
      await compare(
        "Post a need",
        5,
        (turn) => bareNeed(plain, writer(turn)),
        async (turn) => (await callerOf(writer(turn))).needs.create(need),
      ),
    );
  } finally {
    await Promise.all([bare.end(), plain.end(), db.$client.end()]);
  }
}

/** Enough to be a draft. */
export const need = {
  title: "Behoefte uit de meting",
  description: "Sensoren voor bruggen",
  language: "nl",
  windowStart: "2028-01-01",
  windowEnd: "2028-03-31",
  valueMinCents: 1_000_000,
  valueMaxCents: 2_000_000,
  certainty: "idea",
  visibility: "organisation",
} as const;

/** The same two rows, and nothing else. */
function bareNeed(sql: postgres.Sql, { personId, organisationId }: Writer): Promise<unknown> {
  const id = v7();
  const row = {
    id,
    buyer_id: organisationId,
    title: need.title,
    description: need.description,
    language: need.language,
    window_start: need.windowStart,
    window_end: need.windowEnd,
    value_min_cents: need.valueMinCents,
    value_max_cents: need.valueMaxCents,
    certainty: need.certainty,
    visibility: need.visibility,
    created_by: personId,
  };
  const changes = Object.fromEntries(Object.entries(need).map(([field, to]) => [field, { to }]));
  return sql.begin(async (tx) => {
    await tx`insert into needs ${tx(row)}`;
    await tx`select record_event(${personId}, ${organisationId}, 'need.drafted', 'need', ${id}, ${tx.json(changes)}, ${[`need:${id}`, "need"]})`;
  });
}
