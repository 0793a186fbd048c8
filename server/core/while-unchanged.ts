import { eventHead } from "@/db/schema/events";
import { actingFor, isPerson } from "./actor";
import type { Context } from "./context";

const MOST = 100;

/**
 * The key of a reading whose answer depends on who asks, as visibility does: on being signed in, and on the organisation
 * acted for.
 */
export const keyFor = ({ actor }: Pick<Context, "actor">, ...asked: unknown[]): string =>
  JSON.stringify([...asked, isPerson(actor), actingFor(actor)?.id]);

type Kept = { seq: number; answers: Map<string, Promise<unknown>> };

/** Per database, for tests have several. */
const kept = new WeakMap<Context["db"], Kept>();

/**
 * What was read before under this key, as long as no event was recorded since: every write records one in the same
 * transaction, so the head of the log tells whether an answer still holds. Who ask at the same time share one reading.
 * @param key all that the answer depends on beside what is stored: the name of the reading, its input, who may see what
 */
export async function whileUnchanged<T>(
  ctx: Pick<Context, "db" | "asOf">,
  key: string,
  read: () => Promise<T>,
): Promise<T> {
  const answers = answersAt(ctx.db, await headOf(ctx));
  if (!answers) return read();
  const known = answers.get(key) as Promise<T> | undefined;
  if (known) return known;
  const reading = read();
  if (answers.size < MOST) answers.set(key, reading);
  reading.catch(() => answers.delete(key));
  return reading;
}

/** The place in the log that all that is read from now on holds. */
export async function headOf({ db, asOf }: Pick<Context, "db" | "asOf">): Promise<number> {
  if (asOf !== undefined) return asOf;
  const [head] = await db.select({ seq: eventHead.seq }).from(eventHead);
  return head?.seq ?? 0;
}

/** The answers that hold at this place in the log; null when others already know of later events. */
function answersAt(db: Context["db"], seq: number): Map<string, Promise<unknown>> | null {
  const known = kept.get(db);
  if (known && known.seq > seq) return null;
  if (known?.seq === seq) return known.answers;
  const answers = new Map<string, Promise<unknown>>();
  kept.set(db, { seq, answers });
  return answers;
}
