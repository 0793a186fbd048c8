import { nodeTooOld } from "./start/node-version.mjs";

if (nodeTooOld) {
  console.error(nodeTooOld);
  process.exitCode = 1;
} else {
  import("./start/run.mjs").then(({ run }) => run("production"));
}
