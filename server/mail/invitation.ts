import { env } from "@/env";
import { sendMail } from "./send";

/** Invites someone to an organisation. Both languages: who is invited may have no account, and so no language yet. */
export async function sendInvitation(given: {
  to: string;
  organisation: string;
  token: string;
}): Promise<void> {
  const { to, organisation, token } = given;
  const site = (env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, "");
  const link = (language: string) => `${site}/${language}/organisations/invitation?token=${token}`;
  const text = [
    `U bent uitgenodigd om in Bundel mee te werken namens ${organisation}. Meld u aan met dit e-mailadres en neem de uitnodiging aan:`,
    link("nl"),
    "",
    `You are invited to work in Bundel on behalf of ${organisation}. Sign in with this e-mail address and accept the invitation:`,
    link("en"),
  ].join("\n");
  await sendMail({ to, subject: `Bundel: ${organisation.replace(/[\r\n]+/g, " ")}`, text });
}
