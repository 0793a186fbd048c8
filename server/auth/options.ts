import { createHash } from "node:crypto";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { NextAuthOptions } from "next-auth";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import CredentialsProvider from "next-auth/providers/credentials";
import EmailProvider from "next-auth/providers/email";
import { z } from "zod";
import { type Database, database } from "@/db/client";
import { identities, persons, signInTokens } from "@/db/schema/accounts";
import { env } from "@/env";
import { DomainError } from "../core/errors";
import { logFailure } from "../core/log";
import { limit } from "../core/rate-limit";
import { sendSignInLink } from "../mail/sign-in-link";
import { CALLBACK_COOKIE, CSRF_COOKIE, cookieOptions, isSecure, SESSION_COOKIE } from "./cookie";
import { openSession, revokeSession, SESSION_DAYS } from "./sessions";

const LINK_MINUTES = 15;
/** One plain address: no quotes, no lists, no display names. */
export const mailAddress = z
  .email()
  .max(254)
  .regex(/^[^\s"',;<>]+$/);
/** Nothing else is asked of the database: next-auth puts the words of its refusal into the address of the next page. */
const personaSlug = z.string().regex(/^[a-z0-9-]{1,50}$/);

/** next-auth proves who someone is; the session itself is a row of ours, so that it can be revoked. */
export function authOptions(userAgent: string | null): NextAuthOptions {
  const db = database();
  return {
    secret: env.NEXTAUTH_SECRET,
    adapter: adapter(db),
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 86_400 },
    pages: { signIn: "/sign-in", verifyRequest: "/sign-in?sent=1", error: "/sign-in" },
    useSecureCookies: isSecure,
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: cookieOptions },
      csrfToken: { name: CSRF_COOKIE, options: cookieOptions },
      callbackUrl: { name: CALLBACK_COOKIE, options: cookieOptions },
    },
    providers: [email(db), ...oidc(), ...persona(db)],
    logger: {
      error: (code, details) => {
        const error = details instanceof Error ? details : details.error;
        // An address that is none and an asking too often are the person's, and are told to them.
        if (!(error instanceof z.ZodError || error instanceof DomainError))
          logFailure(error, `auth: ${code}`);
      },
      warn: () => {},
      debug: () => {},
    },
    callbacks: {
      signIn: async ({ user, account }) => {
        if (account?.provider === "email") return mailAddress.safeParse(user.email).success;
        return true;
      },
      jwt: async ({ token, user }) => {
        if (user) return { sub: user.id, sid: await openSession(db, user.id, userAgent) };
        return { sub: token.sub, sid: token.sid };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === new URL(baseUrl).origin
          ? new URL(url, baseUrl).href
          : baseUrl,
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await revokeSession(db, token.sid);
      },
    },
  };
}

function email(db: Database) {
  return EmailProvider({
    server: env.SMTP_URL ?? "smtp://127.0.0.1:25",
    from: env.MAIL_FROM ?? "Bundel <bundel@localhost>",
    maxAge: LINK_MINUTES * 60,
    normalizeIdentifier: (identifier) => mailAddress.parse(identifier.trim().toLowerCase()),
    sendVerificationRequest: async ({ identifier, url }) => {
      await limit(db, `sign-in:${createHash("sha256").update(identifier).digest("hex")}`, 5, 900);
      await sendSignInLink(db, identifier, url);
    },
  });
}

function oidc(): NextAuthOptions["providers"] {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID) return [];
  return [
    {
      id: "oidc",
      name: env.OIDC_NAME ?? "OpenID Connect",
      type: "oauth",
      wellKnown: `${env.OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      idToken: true,
      // Providers need not put name and address in the token.
      userinfo: { request: ({ client, tokens }) => client.userinfo(tokens as never) },
      checks: ["pkce", "state", "nonce"],
      authorization: { params: { scope: "openid email profile" } },
      profile: (profile) => ({
        id: profile.sub,
        // Only an address the provider vouches for may lead to an account that exists.
        email: profile.email_verified ? profile.email : undefined,
        name: profile.name ?? profile.email,
      }),
      allowDangerousEmailAccountLinking: true,
    },
  ];
}

function persona(db: Database): NextAuthOptions["providers"] {
  if (!env.demo) return [];
  return [
    CredentialsProvider({
      id: "persona",
      name: "Persona",
      credentials: { persona: {} },
      authorize: async (given) => {
        const slug = personaSlug.safeParse(given?.persona);
        if (!slug.success) return null;
        const [person] = await db.select().from(persons).where(eq(persons.persona, slug.data));
        return person ? { id: person.id, name: person.name } : null;
      },
    }),
  ];
}

type LinkedAccount = { provider: string; providerAccountId: string; userId: string };

/** next-auth's view of our persons; sessions are not its business. */
function adapter(db: Database): Adapter {
  const asUser = (person: typeof persons.$inferSelect): AdapterUser => ({
    id: person.id,
    email: person.email ?? "",
    emailVerified: person.emailVerifiedAt,
    name: person.name,
  });
  const first = <T>(rows: T[], map: (row: T) => AdapterUser) => (rows[0] ? map(rows[0]) : null);
  return {
    createUser: async (user: Omit<AdapterUser, "id">) => {
      const name = user.name || user.email?.split("@")[0] || "–";
      const [person] = await db
        .insert(persons)
        .values({ email: user.email || null, name: name.slice(0, 200), emailVerifiedAt: user.emailVerified })
        .returning();
      return asUser(person!);
    },
    // next-auth asks this to tie a new identity to whoever this browser was signed in as, on the word of a cookie that
    // may be revoked or someone else's. Who signs in is who they prove to be, and nobody before them.
    getUser: async () => null,
    getUserByEmail: async (address) =>
      first(
        await db
          .select()
          .from(persons)
          .where(and(eq(persons.email, address), isNull(persons.erasedAt))),
        asUser,
      ),
    getUserByAccount: async ({ provider, providerAccountId }) => {
      const rows = await db
        .select({ person: persons })
        .from(identities)
        .innerJoin(persons, eq(persons.id, identities.personId))
        .where(and(eq(identities.provider, provider), eq(identities.providerAccountId, providerAccountId)));
      return first(rows, (row) => asUser(row.person));
    },
    updateUser: async (user) => {
      const [person] = await db
        .update(persons)
        .set({ emailVerifiedAt: user.emailVerified })
        .where(eq(persons.id, user.id))
        .returning();
      return asUser(person!);
    },
    linkAccount: async ({ provider, providerAccountId, userId }: LinkedAccount) => {
      await db.insert(identities).values({ provider, providerAccountId, personId: userId });
    },
    createVerificationToken: async ({ identifier, token, expires }) => {
      await db.delete(signInTokens).where(lt(signInTokens.expiresAt, sql`now()`));
      await db.insert(signInTokens).values({ identifier, token, expiresAt: expires });
      return { identifier, token, expires };
    },
    useVerificationToken: async ({ identifier, token }) => {
      const [used] = await db
        .delete(signInTokens)
        .where(
          and(
            eq(signInTokens.identifier, identifier),
            eq(signInTokens.token, token),
            gt(signInTokens.expiresAt, sql`now()`),
          ),
        )
        .returning();
      return used ? { identifier, token, expires: used.expiresAt } : null;
    },
  } as Adapter;
}
