import { sql } from "drizzle-orm";
import { isPerson } from "./actor";
import type { Context } from "./context";
import { DomainError } from "./errors";

const WRITES_PER_MINUTE = 240;

/**
 * Counts a hit against a key and refuses past the limit. The counter is a row, so the limit holds across instances.
 * @throws DomainError "rate-limited" with the seconds to wait
 */
export async function limit(db: Context["db"], key: string, points: number, seconds: number): Promise<void> {
  const [row] = await db.execute<{ points: string; wait: number }>(sql`
    insert into rate_limits as r (key, points, resets_at)
    values (${key}, 1, clock_timestamp() + make_interval(secs => ${seconds}))
    on conflict (key) do update set
      points = case when r.resets_at <= clock_timestamp() then 1 else r.points + 1 end,
      resets_at = case when r.resets_at <= clock_timestamp() then excluded.resets_at else r.resets_at end
    returning points, ceil(extract(epoch from resets_at - clock_timestamp()))::int as wait`);
  if (row && Number(row.points) > points)
    throw new DomainError("rate-limited", "rateLimited", { params: { seconds: row.wait } });
}

export async function limitWrites(ctx: Context): Promise<void> {
  const who = isPerson(ctx.actor) ? ctx.actor.personId : "visitor";
  await limit(ctx.db, `write:${who}`, WRITES_PER_MINUTE, 60);
}
