// Starts the application as its users do, on data that no earlier run has touched.
import { rmSync } from "node:fs";

rmSync(process.env.BUNDEL_DATA, { recursive: true, force: true });
await import("../../scripts/start.mjs");
