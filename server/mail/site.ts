import { env } from "@/env";

/** The address that links in mail begin with, without a slash at its end. */
export const siteAddress = () => (env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, "");
