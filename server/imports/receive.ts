import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { brokenRule } from "../core/errors";
import { LARGEST_FILE } from "./input";

const tooLarge = () => brokenRule("imports.tooLarge", { most: LARGEST_FILE / 1_000_000 });

/**
 * Writes what a browser sends to a file of its own, never more than is taken, and gives it to `work`; afterwards it is gone.
 * @throws DomainError "rule" `imports.tooLarge` as soon as it is known, before the rest is read
 */
export async function receive<T>(
  { body, length }: { body: ReadableStream | null; length: number | null },
  work: (path: string) => Promise<T>,
): Promise<T> {
  if (length !== null && length > LARGEST_FILE) throw tooLarge();
  if (!body) throw brokenRule("imports.emptyFile");
  const folder = await mkdtemp(join(tmpdir(), "bundel-import-"));
  const path = join(folder, "file");
  try {
    let size = 0;
    const limited = new Transform({
      transform(chunk: Buffer, _, done) {
        size += chunk.length;
        done(size > LARGEST_FILE ? tooLarge() : null, chunk);
      },
    });
    await pipeline(Readable.fromWeb(body), limited, createWriteStream(path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
