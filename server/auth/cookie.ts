import { createHash } from "node:crypto";
import { env } from "@/env";

export const isSecure = env.NEXTAUTH_URL?.startsWith("https://") ?? false;

// Cookies know no ports: two projects on one machine differ in their secret, two instances of one project do not.
const project = createHash("sha256")
  .update(`cookie ${env.NEXTAUTH_SECRET ?? ""}`)
  .digest("hex")
  .slice(0, 8);

export const SESSION_COOKIE = `${isSecure ? "__Secure-" : ""}bundel.session.${project}`;
export const CSRF_COOKIE = `${isSecure ? "__Host-" : ""}bundel.csrf.${project}`;
export const CALLBACK_COOKIE = `${isSecure ? "__Secure-" : ""}bundel.to.${project}`;
/** In demonstration mode: for which address a link was asked, so that the page can show it. */
export const ASKED_COOKIE = `bundel.asked.${project}`;

export const cookieOptions = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;
