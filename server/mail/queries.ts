import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { LANGUAGES, type Language } from "@/db/enums";
import { persons } from "@/db/schema/accounts";

/** The language that a person chose for mail; every language for an address that no account has. */
export async function languagesFor(db: Database, address: string): Promise<readonly Language[]> {
  const [known] = await db
    .select({ language: persons.language })
    .from(persons)
    .where(and(eq(persons.email, address), isNull(persons.erasedAt)));
  return known ? [known.language] : LANGUAGES;
}
