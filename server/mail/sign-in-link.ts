import { sendMail } from "./send";

/** Sends the link that proves someone owns an address. Both languages: who signs in has no language yet. */
export async function sendSignInLink(address: string, url: string): Promise<void> {
  const text = [
    "Met deze link meldt u zich aan bij Bundel. De link werkt één keer, 15 minuten lang.",
    url,
    "",
    "This link signs you in to Bundel. It works once, for 15 minutes.",
    url,
  ].join("\n");
  await sendMail({ to: address, subject: "Bundel: aanmelden / sign in", text });
}
