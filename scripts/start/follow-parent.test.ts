import { fork } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const follow = pathToFileURL(resolve(import.meta.dirname, "follow-parent.mjs")).href;
const WORKER = `data:text/javascript,${encodeURIComponent(
  `process.on("message", (word) => process.send(word, () => process.disconnect())); process.send("waiting");`,
)}`;

test("the worker of the development server waits for its instructions, however long they take", async () => {
  const env = { ...process.env, NEXT_PRIVATE_WORKER: "1" };
  const worker = fork("-", [], {
    execArgv: ["--import", follow, "--import", WORKER, "--input-type=module", "--eval", ""],
    env,
  });
  const answer = await new Promise((done) => {
    worker.on("message", (said) => {
      if (said === "waiting") setTimeout(() => worker.connected && worker.send("instructions"), 300);
      else done(said);
    });
    worker.on("exit", () => done("gone"));
  });
  expect(answer).toBe("instructions");
});
