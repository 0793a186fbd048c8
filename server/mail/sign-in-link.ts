import type { Database } from "@/db/client";
import type { Language } from "@/db/enums";
import { languagesFor } from "./queries";
import { sendMail } from "./send";

const SUBJECT: Record<Language, string> = { nl: "aanmelden", en: "sign in" };
const SENTENCE: Record<Language, string> = {
  nl: "Met deze link meldt u zich aan bij Bundel. De link werkt één keer, 15 minuten lang.",
  en: "This link signs you in to Bundel. It works once, for 15 minutes.",
};

/** Sends the link that proves someone owns an address. */
export async function sendSignInLink(db: Database, address: string, url: string): Promise<void> {
  const languages = await languagesFor(db, address);
  await sendMail({
    to: address,
    subject: `Bundel: ${languages.map((one) => SUBJECT[one]).join(" / ")}`,
    text: languages.map((one) => `${SENTENCE[one]}\n${url}`).join("\n\n"),
  });
}
