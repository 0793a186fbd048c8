import { lt, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { mails } from "@/db/schema/notifications";
import type { Context } from "../../core/context";
import { enqueue } from "../../core/jobs";
import { TIME_ZONE } from "../../i18n/time-zone";
import { USUAL_MAIL } from "../input";

const KEPT_DAYS = 30;
/** As long as the queue tries, the mail that waits will hold what is new too. */
const PATIENCE_HOURS = 3;
const AT_A_TIME = 1_000;

/**
 * Makes the mails that are due: for a daily one once a day, from the chosen hour of the region's clock on (again when another hour is chosen); for a weekly
 * one on Mondays; at once, whenever something happened since the last look. Whether there is anything to tell, the sending
 * finds. Mail and job are made in one transaction, and a mail's key is made once, so it may be called as often as one likes
 * and by several at a time.
 * @returns how many were made
 */
export async function makeDueDigests({ db, now }: Pick<Context, "db" | "now">): Promise<number> {
  await db
    .delete(mails)
    .where(lt(mails.createdAt, sql`${now.toISOString()}::timestamptz - interval '1 day' * ${KEPT_DAYS}`));
  const due = await whoAreDue(db, now);
  let made = 0;
  for (let from = 0; from < due.length; from += AT_A_TIME) {
    const rows = due.slice(from, from + AT_A_TIME).map((one) => ({ id: v7(), ...one }));
    made += await db.transaction(async (tx) => {
      const fresh = await tx.insert(mails).values(rows).onConflictDoNothing().returning({ id: mails.id });
      await enqueue(
        tx,
        "mail",
        fresh.map(({ id }) => ({ mailId: id })),
      );
      return fresh.length;
    });
  }
  return made;
}

async function whoAreDue(db: Context["db"], now: Date): Promise<{ personId: string; key: string }[]> {
  const rows = await db.execute<{ person_id: string; key: string }>(sql`
    with clock as (select ${now.toISOString()}::timestamptz at time zone ${TIME_ZONE} as t, (select seq from event_head) as head),
    chosen as (
      select p.id as person_id, coalesce(s.frequency, ${USUAL_MAIL.frequency}) as frequency,
        coalesce(s.hour, ${USUAL_MAIL.hour}::int) as hour, coalesce(s.checked_seq, 0) as checked
      from persons p left join mail_settings s on s.person_id = p.id
      where p.email is not null and p.erased_at is null),
    due as (
      select person_id, person_id || case frequency
          when 'at-once' then ' at ' || head
          when 'daily' then to_char(t, ' YYYY-MM-DD ') || hour
          else to_char(t, ' IYYY-"W"IW ') || hour end as key
      from chosen cross join clock
      where case frequency
          when 'at-once' then head > checked
          when 'daily' then extract(hour from t) >= hour
          when 'weekly' then extract(isodow from t) = 1 and extract(hour from t) >= hour
          else false end)
    select person_id, key from due where not exists (select 1 from mails m
      where m.key = due.key or (m.person_id = due.person_id and m.status = 'waiting'
        and m.created_at > ${now.toISOString()}::timestamptz - interval '1 hour' * ${PATIENCE_HOURS}))`);
  return rows.map((row) => ({ personId: row.person_id, key: row.key }));
}
