import { expect, test } from "vitest";
import { inBatches } from "./batches";

const sizesOf = async (...rows: string[][]) => {
  const sizes: number[] = [];
  for await (const batch of inBatches(toAsync(rows))) sizes.push(batch.length);
  return sizes;
};
async function* toAsync(rows: string[][]) {
  yield* rows;
}

test("short rows go many at a time, long ones few, and none is left behind", async () => {
  expect(await sizesOf()).toEqual([]);
  expect(await sizesOf(...Array.from({ length: 1_001 }, () => ["a", "b"]))).toEqual([500, 500, 1]);
  const long = Array.from({ length: 100 }, () => "x".repeat(20_000));
  expect(await sizesOf(...Array.from({ length: 8 }, () => long))).toEqual([3, 3, 2]);
});
