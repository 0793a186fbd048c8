import type postgres from "postgres";
import { type Link, type LoggedEvent, Verifier } from "./verify";

const AT_ONCE = 2000;

/** Reads the whole log as it stands at one moment and verifies it. */
export async function verifyLog(sql: postgres.Sql, checkpoints: Link[]) {
  return sql.begin("isolation level repeatable read read only", async (tx) => {
    const [head] = await tx<Link[]>`select seq::float8 as seq, hash from event_head where id = 'head'`;
    const verifier = new Verifier(checkpoints);
    let count = 0;
    const rows = tx<LoggedEvent[]>`
      select seq::float8 as seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
        coalesce(actor_id::text, '-') as "actorId", coalesce(organisation_id::text, '-') as "organisationId", verb,
        subject_kind as "subjectKind", subject_id::text as "subjectId", changes::text as changes,
        previous_hash as "previousHash", hash
      from events order by events.seq`;
    for await (const some of rows.cursor(AT_ONCE)) {
      for (const row of some) verifier.take(row);
      count += some.length;
    }
    const known = head ?? { seq: 0, hash: "" };
    return { findings: verifier.end(known), head: known, count };
  });
}
