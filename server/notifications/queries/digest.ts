import { eq } from "drizzle-orm";
import type { Language } from "@/db/enums";
import { persons } from "@/db/schema/accounts";
import { eventHead, readCursors } from "@/db/schema/events";
import { mailSettings } from "@/db/schema/notifications";
import { actorsOf } from "../../auth/actor";
import { type Happening, listFollowed } from "../../collaboration/queries/history";
import type { Person } from "../../core/actor";
import type { Context } from "../../core/context";
import { listTasks, type Task } from "./tasks";

export type DigestDuty = Task & { organisation: string | null };
export type Digest = {
  personId: string;
  to: string;
  name: string;
  language: Language;
  /** What others changed in what the person follows, newest first, each once. */
  news: Happening[];
  duties: DigestDuty[];
  /** Whether the duties are of several organisations, so that each must say whose it is. */
  isOfSeveral: boolean;
};
/** `head` is the end of the log, and `toldSeq` how far the person had been told, when it was read. */
export type Reading = { digest: Digest | null; head: number; toldSeq: number };

const MOST_NEWS = 100;
/** A deadline is told of once more when it is this near. */
const NEAR_MS = 3 * 86_400_000;

/**
 * What there is to tell a person since they were last told or looked themselves, as far as they may see it now in one of
 * their organisations. Null when there is nothing new, or when they want no mail.
 */
export async function readDigest(
  { db, now }: Pick<Context, "db" | "now">,
  personId: string,
): Promise<Reading> {
  const [head] = await db.select({ seq: eventHead.seq }).from(eventHead);
  const [who] = await db
    .select({ person: persons, settings: mailSettings, read: readCursors.seq })
    .from(persons)
    .leftJoin(mailSettings, eq(mailSettings.personId, persons.id))
    .leftJoin(readCursors, eq(readCursors.personId, persons.id))
    .where(eq(persons.id, personId));
  const at = { head: head?.seq ?? 0, toldSeq: who?.settings?.toldSeq ?? 0 };
  const actors = await actorsOf(db, personId);
  if (!who?.person.email || actors.length === 0 || who.settings?.frequency === "none")
    return { ...at, digest: null };
  const after = Math.max(at.toldSeq, who.read ?? 0);
  const news = await newsFor({ db, now }, actors, after);
  const duties = await dutiesFor({ db, now }, actors);
  const toldAt = who.settings?.toldAt ?? null;
  if (news.length === 0 && !duties.some((duty) => isNew(duty, toldAt, now))) return { ...at, digest: null };
  const { email, name, language } = who.person;
  const isOfSeveral = new Set(duties.map(({ organisation }) => organisation)).size > 1;
  return { ...at, digest: { personId, to: email, name, language, news, duties, isOfSeveral } };
}

async function newsFor(given: Pick<Context, "db" | "now">, actors: Person[], after: number) {
  const found = new Map<number, Happening>();
  for (const actor of actors) {
    const events = await listFollowed({ ...given, actor }, { me: actor.personId, after, limit: MOST_NEWS });
    for (const event of events) found.set(event.seq, event);
  }
  return [...found.values()].sort((a, b) => b.seq - a.seq);
}

async function dutiesFor(given: Pick<Context, "db" | "now">, actors: Person[]) {
  const found = new Map<string, DigestDuty>();
  for (const actor of actors)
    for (const task of await listTasks({ ...given, actor })) {
      const key = `${task.task} ${task.subjectId}`;
      if (!task.isChance && !found.has(key))
        found.set(key, { ...task, organisation: actor.organisation?.name ?? null });
    }
  return [...found.values()].sort((a, b) => deadlineOf(a) - deadlineOf(b));
}

const deadlineOf = ({ deadline }: Task) => deadline?.getTime() ?? Number.POSITIVE_INFINITY;

/** Began to wait, or came near its deadline, since the person was last told. */
function isNew(duty: Task, toldAt: Date | null, now: Date): boolean {
  if (toldAt === null || duty.since > toldAt) return true;
  const near = deadlineOf(duty) - NEAR_MS;
  return near > toldAt.getTime() && near <= now.getTime();
}
