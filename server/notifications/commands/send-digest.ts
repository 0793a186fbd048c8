import { and, eq, gt, sql } from "drizzle-orm";
import type { MailState } from "@/db/enums";
import { mailSettings, mails } from "@/db/schema/notifications";
import type { Context, Transaction } from "../../core/context";
import { logFailure } from "../../core/log";
import { outcomeOf, sendMail } from "../../mail/send";
import { composeDigest } from "../digest-mail";
import { type Reading, readDigest } from "../queries/digest";

type Given = Pick<Context, "db" | "now">;
type Writer = Context["db"] | Transaction;
type Mail = typeof mails.$inferSelect;
type Settings = typeof mailSettings.$inferSelect;

/** Longer no mail server keeps a mail waiting. */
const LONGEST_MINUTES = 10;

/**
 * Sends one mail of `makeDueDigests`, with what its receiver may see at this moment; nothing when there is nothing to tell
 * or they have unsubscribed since.
 *
 * What is guaranteed: a mail is handed to the mail server at most once after which it could have been taken. The row is
 * claimed, and that is committed, before the first word to the mail server; only a refusal gives it back. When the process
 * dies in between, or the connection does, the row stays `sending` and is never sent again; and as nobody was marked as
 * told, the person's next mail holds the same again.
 * @throws when the mail server cannot be reached or asks to come back later: the queue tries again
 */
export async function sendDigest({ db, now }: Given, mailId: string): Promise<void> {
  const [mail] = await db
    .select()
    .from(mails)
    .where(and(eq(mails.id, mailId), eq(mails.status, "waiting")));
  if (!mail) return;
  const read = await readDigest({ db, now }, mail.personId);
  if (!(await claim(db, mail, read)) || !read.digest) return;
  try {
    await sendMail(composeDigest(read.digest));
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome !== "unknown") await move(db, mailId, "sending", outcome === "later" ? "waiting" : "refused");
    if (outcome === "later") throw error;
    logFailure(error, `mail ${mailId}`);
    return;
  }
  await db.transaction(async (tx) => {
    await move(tx, mailId, "sending", "sent");
    await remember(tx, mail.personId, { toldSeq: read.head, toldAt: now });
  });
}

/**
 * Takes a mail to send it; one with nothing to tell is done with.
 * @returns false when another process has it
 * @throws when another mail has told the person since, or is about to: what this one was to hold must be read again
 */
async function claim(db: Context["db"], mail: Mail, { digest, head, toldSeq }: Reading): Promise<boolean> {
  return db.transaction(async (tx) => {
    // Writing it keeps other mails to this person waiting here.
    const settings = await remember(tx, mail.personId, { checkedSeq: head });
    const besides = and(
      eq(mails.personId, mail.personId),
      eq(mails.status, "sending"),
      gt(mails.claimedAt, sql`clock_timestamp() - interval '1 minute' * ${LONGEST_MINUTES}`),
    );
    if (settings.toldSeq !== toldSeq || (await tx.$count(mails, besides)) > 0)
      throw new Error("Another mail to this person is being sent.");
    return move(tx, mail.id, "waiting", digest ? "sending" : "empty");
  });
}

/** Changes the state of a mail, unless another process has already. */
async function move(db: Writer, id: string, from: MailState, to: MailState): Promise<boolean> {
  const stamp = sql`clock_timestamp()`;
  const moved = await db
    .update(mails)
    .set({
      status: to,
      ...(to === "sending" && { claimedAt: stamp }),
      ...(to === "sent" && { sentAt: stamp }),
    })
    .where(and(eq(mails.id, id), eq(mails.status, from)))
    .returning({ id: mails.id });
  return moved.length > 0;
}

async function remember(db: Writer, personId: string, told: Partial<Settings>): Promise<Settings> {
  const [row] = await db
    .insert(mailSettings)
    .values({ personId, ...told })
    .onConflictDoUpdate({ target: mailSettings.personId, set: told })
    .returning();
  return row!;
}
