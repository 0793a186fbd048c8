import { createHmac, timingSafeEqual } from "node:crypto";
import type { Language } from "@/db/enums";
import { env } from "@/env";
import { siteAddress } from "../core/site";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Proves that who holds it got a mail of this person. It lasts as long as the secret that signs it, for an old mail must
 * be good to unsubscribe with; and it is good for nothing else.
 */
export const unsubscribeToken = (personId: string): string => `${personId}.${signatureOf(personId)}`;

/** The person whose mail the token came with, or null for one that we did not make. */
export function personOfToken(token: string): string | null {
  const [personId = "", signature = "", ...rest] = token.split(".");
  if (rest.length > 0 || !UUID.test(personId)) return null;
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(personId))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? personId : null;
}

/** The page with the button, for who reads the mail. */
export const unsubscribePage = (personId: string, language: Language): string =>
  `${siteAddress()}/${language}/unsubscribe?token=${unsubscribeToken(personId)}`;

/** For the button that mail programs show: one click, no sign-in (RFC 8058). */
export function unsubscribeHeaders(personId: string, language: Language): Record<string, string> {
  const address = `${siteAddress()}/api/unsubscribe?language=${language}&token=${unsubscribeToken(personId)}`;
  return { "List-Unsubscribe": `<${address}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

function signatureOf(personId: string): string {
  if (!env.NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is not set, so nothing can be signed.");
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`unsubscribe ${personId}`).digest("base64url");
}
