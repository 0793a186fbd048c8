// Starts the application as its users do, on data that no earlier run has touched.
import { resolve } from "node:path";
import { removeDatabase } from "../../scripts/postgres/embedded.mjs";

await removeDatabase(resolve(process.env.BUNDEL_DATA));
await import("../../scripts/start.mjs");
