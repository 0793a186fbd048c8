import { asc, isNotNull } from "drizzle-orm";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { database } from "@/db/client";
import { persons } from "@/db/schema/accounts";
import { env } from "@/env";
import { newestSignInLink } from "../mail/folder";
import { ASKED_COOKIE, CSRF_COOKIE } from "./cookie";
import { pathOfOurs } from "./path";

export type Asked = Record<string, string | string[] | undefined>;

/**
 * What the sign-in page shows. A form's token is checked against a cookie that a page cannot set: without it the
 * reader goes by the route that sets it, once, and comes back.
 */
export async function signInPage(locale: string, asked: Asked) {
  const jar = await cookies();
  const csrfToken = jar.get(CSRF_COOKIE)?.value.split("|")[0] ?? null;
  const one = (name: string) => (typeof asked[name] === "string" ? asked[name] : null);
  const to = pathOfOurs(one("to")) ?? `/${locale}/inbox`;
  if (csrfToken === null && one("ready") === null) {
    const kept = ["sent", "error"].flatMap((name) => (one(name) === null ? [] : [[name, one(name)!]]));
    const back = new URLSearchParams({ ready: "1", to, ...Object.fromEntries(kept) });
    redirect(`/api/sign-in?to=${encodeURIComponent(`/${locale}/sign-in?${back}`)}`);
  }
  const sentTo = one("sent") === null ? undefined : jar.get(ASKED_COOKIE)?.value;
  return {
    csrfToken,
    to,
    error: one("error"),
    sent: one("sent") !== null,
    oidc: env.OIDC_ISSUER && env.OIDC_CLIENT_ID ? (env.OIDC_NAME ?? "OpenID Connect") : null,
    personas: env.demo ? await personas() : [],
    /** Only in demonstration mode, where no mail leaves this machine. */
    link: sentTo ? await newestSignInLink(sentTo) : null,
  };
}

export type SignInPage = Awaited<ReturnType<typeof signInPage>>;

async function personas(): Promise<{ slug: string; name: string }[]> {
  const rows = await database()
    .select({ slug: persons.persona, name: persons.name })
    .from(persons)
    .where(isNotNull(persons.persona))
    .orderBy(asc(persons.id));
  return rows.flatMap(({ slug, name }) => (slug ? [{ slug, name }] : []));
}
