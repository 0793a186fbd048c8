import { database } from "@/db/client";
import { sendDigest } from "@/server/notifications/commands/send-digest";

// Sends the mail that the command line names, as a job does, in a process that a test can kill.
await sendDigest({ db: database(), now: new Date() }, process.argv[2]!);
process.exit(0);
