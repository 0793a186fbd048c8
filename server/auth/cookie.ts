import { env } from "@/env";

export const isSecure = env.NEXTAUTH_URL?.startsWith("https://") ?? false;
export const SESSION_COOKIE = `${isSecure ? "__Secure-" : ""}bundel.session`;
