import { eq } from "drizzle-orm";
import { mailSettings } from "@/db/schema/notifications";
import type { Person } from "../../core/actor";
import type { Context } from "../../core/context";
import { type MailSettings, USUAL_MAIL } from "../input";

/** How often the person wants to be written to. */
export async function getMailSettings(ctx: Context & { actor: Person }): Promise<MailSettings> {
  const [chosen] = await ctx.db
    .select({ frequency: mailSettings.frequency, hour: mailSettings.hour })
    .from(mailSettings)
    .where(eq(mailSettings.personId, ctx.actor.personId));
  return chosen ?? USUAL_MAIL;
}
