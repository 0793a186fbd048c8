import { env } from "@/env";

/** Where this site is found, without a slash at the end: for addresses that leave it, in mails and files. */
export const siteAddress = (): string =>
  (env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, "");
