import { nodeTooOld } from "./start/node-version.mjs";

if (nodeTooOld) {
  console.error(nodeTooOld);
  process.exitCode = 1;
} else {
  import("./test/run.mjs").then(({ run }) => run(process.argv.includes("--check") ? "check" : "everything"));
}
