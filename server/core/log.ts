import pino from "pino";
import { env } from "@/env";

const log = pino({ level: env.LOG_LEVEL });

/** Writes an unexpected failure to the log; what a person typed stays out of it. */
export function logFailure(error: unknown, where: string): void {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  log.error({
    where,
    err: cause instanceof Error ? { message: cause.message, stack: cause.stack } : String(cause),
  });
}
