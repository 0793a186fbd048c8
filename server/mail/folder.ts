import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/env";
import { mailFolder } from "./send";

const LOOK_BACK = 200;

/**
 * In demonstration mode: the sign-in link in the newest mail to an address, or null.
 * Elsewhere there is no folder to read, and the answer is always null.
 */
export async function newestSignInLink(address: string): Promise<string | null> {
  if (!env.demo || env.SMTP_URL) return null;
  const names = await readdir(mailFolder()).catch(() => []);
  for (const name of names.sort().reverse().slice(0, LOOK_BACK)) {
    const mail = plainText(await readFile(join(mailFolder(), name), "latin1"));
    if (!mail.toLowerCase().includes(`\nto: ${address.toLowerCase()}\r\n`)) continue;
    const link = /^https?:\/\/\S+\/api\/auth\/callback\/email\?\S+/m.exec(mail);
    if (link) return link[0];
  }
  return null;
}

/** Undoes quoted-printable, which `sendMail` asks for. */
export function plainText(mail: string): string {
  return mail
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
