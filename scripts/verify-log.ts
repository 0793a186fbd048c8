import { resolve } from "node:path";
import postgres from "postgres";
import { env } from "@/env";
import { enterDatabase } from "./postgres/embedded.mjs";
import { Trouble } from "./start/trouble.mjs";
import { readCheckpoints, writeCheckpoint } from "./verify-log/checkpoints";
import { verifyLog } from "./verify-log/read";

const projectDirectory = resolve(import.meta.dirname, "..");
const dataDirectory = resolve(projectDirectory, env.BUNDEL_DATA);

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Trouble || error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** Recomputes the whole log and compares it with its end and with earlier verifications. 0: it holds, 1: it does not. */
async function main(): Promise<number> {
  const { url, log, leave } = await theDatabase();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const { findings, head, count } = await verifyLog(sql, readCheckpoints(dataDirectory, log));
    for (const { seq, what } of findings) console.error(`seq ${seq} ${what}`);
    if (findings.length > 0) {
      console.error(`The log does not hold: ${findings.length} findings in ${count} events.`);
      return 1;
    }
    const file = writeCheckpoint(dataDirectory, log, head);
    console.log(`The log holds: ${count} events, the last is seq ${head.seq} with hash ${head.hash}.`);
    console.log(
      `Noted in ${file}. A copy of that file elsewhere shows when log and end are cut back together.`,
    );
    return 0;
  } finally {
    await sql.end();
    await leave();
  }
}

async function theDatabase() {
  if (env.DATABASE_URL) {
    const { host, pathname } = new URL(env.DATABASE_URL);
    return { url: env.DATABASE_URL, log: `${host}${pathname}`, leave: async () => {} };
  }
  const entered = await enterDatabase({ dataDirectory, projectDirectory });
  return { url: entered.url, log: "embedded", leave: entered.leave };
}
