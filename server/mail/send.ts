import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { v7 } from "uuid";
import { env } from "@/env";

export type Mail = { to: string; subject: string; text: string; headers?: Record<string, string> };

/** Whether mail goes anywhere: to a mail server or, in demonstration mode, to a folder. */
export const canSendMail = () => Boolean(env.SMTP_URL) || env.demo;

/** Failures at which the mail server surely did not take the mail. After any other it may have. */
const NEVER_TAKEN = ["ECONNECTION", "EDNS", "EAUTH", "EENVELOPE", "ETLS"];
type Failure = { code?: string; responseCode?: number; syscall?: string };

/**
 * What a failure to send says: `later` when nothing was taken and it may be tried again, `never` when the server refuses
 * this mail for good, `unknown` when it may have taken it.
 */
export function outcomeOf(error: unknown): "later" | "never" | "unknown" {
  const { code = "", responseCode = 0, syscall } = error as Failure;
  if (responseCode >= 500 && code !== "EAUTH") return "never";
  if (responseCode >= 400 || syscall === "connect" || NEVER_TAKEN.includes(code)) return "later";
  return "unknown";
}

/**
 * Sends over SMTP when the operator set SMTP_URL; in demonstration mode the mail goes to a folder beside the data,
 * where it can be read.
 * @throws when neither is the case, or the mail server refuses
 */
export async function sendMail(mail: Mail): Promise<void> {
  const message = {
    from: env.MAIL_FROM ?? "Bundel <bundel@localhost>",
    textEncoding: "quoted-printable" as const,
    ...mail,
  };
  if (env.SMTP_URL) {
    await createTransport(env.SMTP_URL).sendMail(message);
    return;
  }
  if (!env.demo) throw new Error("SMTP_URL is not set, so mail cannot be sent.");
  await mkdir(mailFolder(), { recursive: true });
  const composed = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  await writeFile(join(mailFolder(), `${v7()}.eml`), composed.message as Buffer, { mode: 0o600 });
}

export const mailFolder = () => join(env.BUNDEL_DATA, "mail");
