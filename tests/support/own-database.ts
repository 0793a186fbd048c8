import postgres from "postgres";
import { inject } from "vitest";
import { databaseAt, dropDatabase } from "./databases";

/** Before each test file: a database of its own, cloned from the template, that the code under test finds in its environment. */
const { server, template, prefix } = inject("testDatabase");
const name = `${prefix}${process.env.VITEST_POOL_ID}`;

const sql = postgres(server, { max: 1, onnotice: () => {} });
await dropDatabase(sql, name);
await sql`create database ${sql(name)} template ${sql(template)}`;
await sql.end();

process.env.DATABASE_URL = databaseAt(server, name);
