import { resolve } from "node:path";
import { connect } from "@/db/client";
import { env } from "@/env";
import { makeDueDigests } from "@/server/notifications/commands/due-digests";
import { enterDatabase } from "./postgres/embedded.mjs";

const projectDirectory = resolve(import.meta.dirname, "..");

/** Makes the mails that are due at this moment. The application does so every minute, and it is the application that sends. */
async function main(): Promise<void> {
  const { url, leave } = await theDatabase();
  try {
    const made = await makeDueDigests({ db: connect(url, { max: 1 }), now: new Date() });
    console.log(`${made} mails are due; the running application sends those that have something to tell.`);
  } finally {
    await leave();
  }
}

async function theDatabase() {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, leave: async () => {} };
  return enterDatabase({ dataDirectory: resolve(projectDirectory, env.BUNDEL_DATA), projectDirectory });
}

await main().then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
