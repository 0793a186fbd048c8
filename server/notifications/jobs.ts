import { z } from "zod";
import type { Context } from "../core/context";
import { startJobs } from "../core/jobs";
import { logFailure } from "../core/log";
import { canSendMail } from "../mail/send";
import { makeDueDigests } from "./commands/due-digests";
import { sendDigest } from "./commands/send-digest";

const EVERY_MINUTE = "* * * * *";
const RETRY_MS = 5_000;
const mailJob = z.object({ mailId: z.uuid() });

/** Begins to do what waits in the queues, and goes on until the process is told to stop. Without mail there is nothing to do. */
export function workInBackground(db: Context["db"]): void {
  if (!canSendMail()) return;
  let [isStopping, stop] = [false, async () => {}];
  const start = async () => {
    try {
      stop = await startJobs(
        {
          digests: async () => void (await makeDueDigests({ db, now: new Date() })),
          mail: async (data) => sendDigest({ db, now: new Date() }, mailJob.parse(data).mailId),
        },
        { digests: EVERY_MINUTE },
      );
      if (isStopping) await stop();
    } catch (error) {
      logFailure(error, "jobs");
      if (!isStopping) setTimeout(start, RETRY_MS).unref();
    }
  };
  const end = () => {
    isStopping = true;
    stop().catch((error) => logFailure(error, "jobs"));
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  void start();
}
