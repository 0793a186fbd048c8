import { resolve } from "node:path";
import { databaseOf, enterDatabase, keepRunning, stopKeeping } from "./postgres/embedded.mjs";
import { Trouble } from "./start/trouble.mjs";

const projectDirectory = resolve(import.meta.dirname, "..");
const dataDirectory = resolve(projectDirectory, process.env.BUNDEL_DATA || ".data");

try {
  if (process.argv.includes("--stop")) await stop();
  else if (process.argv.includes("--url")) tellUrl();
  else await start();
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function start() {
  const database = await enterDatabase({ dataDirectory, projectDirectory });
  keepRunning(dataDirectory, database.pid);
  await database.leave();
  console.log(database.url);
}

async function stop() {
  const { stopped, usedBy } = await stopKeeping(dataDirectory);
  if (usedBy.length > 0) console.log(`The database is still used by process ${usedBy.join(", ")}.`);
  else console.log(stopped ? "The database has stopped." : "No database runs.");
}

function tellUrl() {
  const database = databaseOf(dataDirectory);
  if (!database) throw new Trouble("No database runs. Start one with npm start, npm run dev or npm run db.");
  console.log(database.url);
}
