import { asc, isNotNull } from "drizzle-orm";
import { database } from "@/db/client";
import { persons } from "@/db/schema/accounts";
import { env } from "@/env";
import { newestSignInLink } from "../mail/folder";
import { ASKED_COOKIE } from "./cookie";

type Jar = { get: (name: string) => { value: string } | undefined };

/** The ways to sign in that this deployment offers. */
export async function signInWays(jar: Jar, wasSent: boolean) {
  const asked = wasSent ? jar.get(ASKED_COOKIE)?.value : undefined;
  return {
    oidc: env.OIDC_ISSUER && env.OIDC_CLIENT_ID ? (env.OIDC_NAME ?? "OpenID Connect") : null,
    personas: env.demo ? await personas() : [],
    /** Only in demonstration mode, where no mail leaves this machine. */
    link: asked ? await newestSignInLink(asked) : null,
  };
}

export type SignInWays = Awaited<ReturnType<typeof signInWays>>;

async function personas(): Promise<{ slug: string; name: string }[]> {
  const rows = await database()
    .select({ slug: persons.persona, name: persons.name })
    .from(persons)
    .where(isNotNull(persons.persona))
    .orderBy(asc(persons.id));
  return rows.flatMap(({ slug, name }) => (slug ? [{ slug, name }] : []));
}
