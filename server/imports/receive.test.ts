import { readdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { expect, test } from "vitest";
import { LARGEST_FILE } from "./input";
import { receive } from "./receive";

const MEGABYTE = Buffer.alloc(1_000_000, "[");

/** So many megabytes, and how many of them were asked for. */
function bodyOf(megabytes: number) {
  const given = { megabytes: 0 };
  const body = Readable.toWeb(
    Readable.from(
      (function* () {
        for (; given.megabytes < megabytes; given.megabytes++) yield MEGABYTE;
      })(),
    ),
  ) as ReadableStream;
  return { body, given };
}
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "received",
    (error) => [error.key, error.details?.params],
  );
const tooLarge = ["imports.tooLarge", { most: LARGEST_FILE / 1_000_000 }];

test("a file that says it has 100 MB is refused before a byte of it is kept", async () => {
  const { body, given } = bodyOf(100);
  const answer = refusal(receive({ body, length: 100_000_000 }, async () => {}));
  expect(await answer).toEqual(tooLarge);
  expect(given.megabytes).toBeLessThan(3);
});

test("a file that grows to 100 MB without saying so is refused on its way, and its work never begins", async () => {
  const { body, given } = bodyOf(100);
  let begun = false;
  const answer = refusal(
    receive({ body, length: null }, async () => {
      begun = true;
    }),
  );
  expect(await answer).toEqual(tooLarge);
  expect([begun, given.megabytes < 100]).toEqual([false, true]);
});

test("a file that is not too large is there for its work as it was sent, and gone afterwards", async () => {
  const { body } = bodyOf(2);
  const path = await receive({ body, length: 2_000_000 }, async (path) => {
    expect((await readFile(path)).equals(Buffer.concat([MEGABYTE, MEGABYTE]))).toBe(true);
    return path;
  });
  await expect(readdir(dirname(path))).rejects.toThrow("ENOENT");
});
