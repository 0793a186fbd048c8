import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { database } from "@/db/client";
import { logFailure } from "./log";

/** A page that someone has open: `id` is the page's own, `topic` what it shows. */
export type Here = { id: string; personId: string; organisationId: string | null; topic: string };

const BEAT_MS = 20_000;
/** Of a process that has not said so for this long, nobody is here. */
export const GONE_AFTER_SECONDS = 60;

/** The pages that are open on this process. The table tells all processes, and those who listen are told to look. */
class Presence {
  private readonly process = v7();
  private readonly open = new Map<string, Here>();
  private beating: ReturnType<typeof setInterval> | null = null;

  async enter(here: Here): Promise<void> {
    const { id, personId, organisationId, topic } = here;
    this.open.set(id, here);
    this.beating ??= setInterval(() => void this.beat(), BEAT_MS).unref();
    // A page that connects anew before its old connection is found to be dead stays the same page.
    await this.write(sql`
      with here as (
        insert into presences (id, process, person_id, organisation_id, topic, seen_at)
        values (${id}::uuid, ${this.process}::uuid, ${personId}::uuid, ${organisationId}::uuid, ${topic}, clock_timestamp())
        on conflict (id) do update set process = excluded.process, topic = excluded.topic, seen_at = excluded.seen_at
          where presences.person_id = excluded.person_id
        returning topic)
      select tell_presence(topic) from here`);
  }

  /** Not when the page has meanwhile connected anew: then it is its old connection that ends. */
  async leave(here: Here): Promise<void> {
    const { id } = here;
    if (this.open.get(id) !== here) return;
    this.open.delete(id);
    await this.write(sql`
      with gone as (delete from presences where id = ${id}::uuid and process = ${this.process}::uuid returning topic)
      select tell_presence(topic) from gone`);
  }

  private async beat(): Promise<void> {
    if (this.open.size === 0 && this.beating) {
      clearInterval(this.beating);
      this.beating = null;
    }
    await this.write(
      sql`update presences set seen_at = clock_timestamp() where process = ${this.process}::uuid`,
    );
    await this.write(sql`
      with gone as (
        delete from presences where seen_at < clock_timestamp() - make_interval(secs => ${GONE_AFTER_SECONDS}) returning topic)
      select tell_presence(topic) from (select distinct topic from gone) g`);
  }

  /** Who is here is worth no failed page. */
  private async write(statement: ReturnType<typeof sql>): Promise<void> {
    await database()
      .execute(statement)
      .catch((error) => logFailure(error, "presence"));
  }
}

const kept = globalThis as unknown as { bundelPresence?: Presence };

export function presence(): Presence {
  kept.bundelPresence ??= new Presence();
  return kept.bundelPresence;
}
