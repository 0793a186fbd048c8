import { mailSettings } from "@/db/schema/notifications";
import type { Person } from "../../core/actor";
import type { Context } from "../../core/context";
import { notFound } from "../../core/errors";
import { personOfToken } from "../../mail/unsubscribe";
import type { MailSettings } from "../input";

/** Chooses how often to be written to. It is the person's own affair, so it is no event. */
export async function changeMailSettings(ctx: Context & { actor: Person }, chosen: MailSettings) {
  await choose(ctx, ctx.actor.personId, chosen);
  return chosen;
}

/**
 * Ends the mail to whom the token was sent, signed in or not. To do it twice is no mistake.
 * @throws DomainError "not-found" for a token that we did not make
 */
export async function unsubscribe(ctx: Context, { token }: { token: string }) {
  const personId = personOfToken(token);
  if (personId === null) throw notFound();
  await choose(ctx, personId, { frequency: "none" });
  return { unsubscribed: true };
}

async function choose({ db }: Context, personId: string, chosen: Partial<MailSettings>) {
  await db
    .insert(mailSettings)
    .values({ personId, ...chosen })
    .onConflictDoUpdate({ target: mailSettings.personId, set: chosen });
}
