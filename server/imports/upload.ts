import type { ReadableStream } from "node:stream/web";
import { LANGUAGES } from "@/db/enums";
import { actingFor } from "../core/actor";
import { authorize } from "../core/command";
import type { Context } from "../core/context";
import { DomainError } from "../core/errors";
import { logFailure } from "../core/log";
import { limit } from "../core/rate-limit";
import { isStorable } from "../core/storable";
import { uploadImport } from "./commands/upload";
import { importPolicy } from "./policy";
import { receive } from "./receive";

type Sent = { body: globalThis.ReadableStream | null; length: number | null; name: string; language: string };
type Answer =
  | { id: string; version: number }
  | { key: string; params?: Record<string, string | number>; code: string };

const FILES_PER_HOUR = 60;

/** A file from the browser to the id of its import, or why not; who may not import is told before a byte is read. */
export async function takeIn(ctx: Context, { body, length, name, language }: Sent): Promise<Answer> {
  try {
    const buyerId = actingFor(ctx.actor)?.id ?? "";
    authorize(ctx.actor, importPolicy, "upload", { buyerId });
    await limit(ctx.db, `import:${buyerId}`, FILES_PER_HOUR, 3_600);
    const { id, version } = await receive({ body: body as ReadableStream | null, length }, (path) =>
      uploadImport(ctx, {
        path,
        name: isStorable(name) ? name : "",
        language: LANGUAGES.find((one) => one === language) ?? "nl",
      }),
    );
    return { id, version };
  } catch (error) {
    if (error instanceof DomainError)
      return { key: error.key, params: error.details.params, code: error.code };
    logFailure(error, "imports");
    return { key: "unexpected", code: "unexpected" };
  }
}

const STATUS: Record<string, number> = {
  unauthenticated: 401,
  forbidden: 403,
  "rate-limited": 429,
  unexpected: 500,
};

export const issueStatus = (answer: Answer): number =>
  "code" in answer ? (STATUS[answer.code] ?? 422) : 201;
