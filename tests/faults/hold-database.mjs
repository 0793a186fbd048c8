// Uses a database as `npm start` does, until it is told to stop or killed. With "write" it adds rows and says which the server has confirmed.
import { resolve } from "node:path";
import postgres from "postgres";
import { enterDatabase } from "../../scripts/postgres/embedded.mjs";
import { interruption } from "../../scripts/start/interruption.mjs";

const [dataDirectory, work] = process.argv.slice(2);
const signal = interruption();
const database = await enterDatabase({
  dataDirectory,
  projectDirectory: resolve(import.meta.dirname, "../.."),
  durable: work === "write",
});
console.log(`entered ${database.pid}`);
if (work === "write") await writeRows();
else await stopped();
await database.leave();
console.log("left");
process.exit();

async function writeRows() {
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql`create table if not exists kept (n int primary key)`;
  for (let n = 1; !signal.aborted; n += 1) {
    await sql`insert into kept values (${n})`;
    console.log(`confirmed ${n}`);
  }
  await sql.end();
}

async function stopped() {
  const awake = setInterval(() => {}, 1000);
  await new Promise((done) => signal.addEventListener("abort", done, { once: true }));
  clearInterval(awake);
}
