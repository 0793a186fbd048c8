import type { CredentialsConfig } from "next-auth/providers/credentials";
import { expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { persons } from "@/db/schema/accounts";
import { authOptions } from "./options";

// Before anything reads the environment.
vi.hoisted(() => vi.stubEnv("BUNDEL_DEMO", "1"));

/** The provider as next-auth calls it: what is given goes to the function that was configured. */
async function signInAs(persona: unknown) {
  const provider = authOptions(null).providers.find(({ id, options }) => (options?.id ?? id) === "persona");
  const { authorize } = provider!.options as CredentialsConfig;
  return authorize({ persona } as never, {} as never);
}

test("a persona signs in by its name in the address", async () => {
  const slug = `persona-${Date.now()}`;
  const [made] = await database().insert(persons).values({ name: "Demo", persona: slug }).returning();
  expect(await signInAs(slug)).toMatchObject({ id: made!.id });
});

test.each(["\0", "curator\0", "\ud800", "", "Curator", "x".repeat(51), ["curator"], undefined])(
  "what is no name of a persona (%j) is unknown, and the database is not asked",
  async (given) => {
    expect(await signInAs(given)).toBeNull();
  },
);
