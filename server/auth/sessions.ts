import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions } from "@/db/schema/accounts";
import { memberships } from "@/db/schema/organisations";

export const SESSION_DAYS = 14;

/** Opens a session for a person who proved who they are; it acts for their first organisation until they choose. */
export async function openSession(db: Database, personId: string, userAgent: string | null): Promise<string> {
  const [first] = await db
    .select({ organisationId: memberships.organisationId })
    .from(memberships)
    .where(eq(memberships.personId, personId))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  const [session] = await db
    .insert(sessions)
    .values({
      personId,
      organisationId: first?.organisationId ?? null,
      userAgent: userAgent?.slice(0, 200) ?? null,
      expiresAt: new Date(Date.now() + SESSION_DAYS * 86_400_000),
    })
    .returning({ id: sessions.id });
  return session!.id;
}

export async function revokeSession(db: Database, sessionId: string): Promise<void> {
  await db.update(sessions).set({ revokedAt: new Date() }).where(eq(sessions.id, sessionId));
}
