import type { Database } from "@/db/client";
import type { Language } from "@/db/enums";
import { siteAddress } from "../core/site";
import { languagesFor } from "./queries";
import { sendMail } from "./send";

const SENTENCE: Record<Language, (organisation: string) => string> = {
  nl: (organisation) =>
    `U bent uitgenodigd om in Bundel mee te werken namens ${organisation}. Meld u aan met dit e-mailadres en neem de uitnodiging aan:`,
  en: (organisation) =>
    `You are invited to work in Bundel on behalf of ${organisation}. Sign in with this e-mail address and accept the invitation:`,
};

/** Invites someone to an organisation. */
export async function sendInvitation(
  db: Database,
  { to, organisation, token }: { to: string; organisation: string; token: string },
): Promise<void> {
  const site = siteAddress();
  const languages = await languagesFor(db, to);
  await sendMail({
    to,
    subject: `Bundel: ${organisation.replace(/[\r\n]+/g, " ")}`,
    text: languages
      .map((one) => `${SENTENCE[one](organisation)}\n${site}/${one}/organisations/invitation?token=${token}`)
      .join("\n\n"),
  });
}
