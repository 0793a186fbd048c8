import { nodeTooOld } from "./start/node-version.mjs";

if (nodeTooOld) {
  console.error(nodeTooOld);
  process.exitCode = 1;
} else {
  import("./test/run.mjs").then(({ run }) => run(extent()));
}

function extent() {
  if (process.argv.includes("--check")) return "check";
  return process.argv.includes("--journeys") ? "journeys" : "everything";
}
