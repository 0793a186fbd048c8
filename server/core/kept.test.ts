import { expect, test } from "vitest";
import { Kept } from "./kept";

const settled = () => new Promise(setImmediate);
const counted = () => {
  let made = 0;
  return async () => ++made;
};

test("one that is younger than half a second is given to all; after a second everyone waits for a new one", async () => {
  const [kept, make] = [new Kept<number>(), counted()];
  expect(await kept.get("a", make, 0)).toBe(1);
  expect(await kept.get("a", make, 499)).toBe(1);
  expect(await kept.get("a", make, 1_000)).toBe(2);
});

test("in between, the kept one is given while a new one is made", async () => {
  const [kept, make] = [new Kept<number>(), counted()];
  await kept.get("a", make, 0);
  expect(await kept.get("a", make, 600)).toBe(1);
  await settled();
  expect(await kept.get("a", make, 700)).toBe(2);
});

test("however many ask at once, one is made; other keys are others", async () => {
  const [kept, make] = [new Kept<number>(), counted()];
  const asked = Array.from({ length: 20 }, () => kept.get("a", make, 0));
  expect(new Set(await Promise.all(asked))).toEqual(new Set([1]));
  expect(await kept.get("b", make, 0)).toBe(2);
});

test("what may not be kept or could not be made is tried again the next time", async () => {
  const kept = new Kept<number>();
  expect(await kept.get("a", async () => null, 0)).toBeNull();
  expect(await kept.get("a", () => Promise.reject(new Error("away")), 1)).toBeNull();
  expect(await kept.get("a", async () => 3, 2)).toBe(3);
});

test("a new one that could not be made does not leave an old one standing for longer than a second", async () => {
  const kept = new Kept<number>();
  await kept.get("a", async () => 1, 0);
  await kept.get("a", async () => null, 600);
  await settled();
  expect(await kept.get("a", async () => null, 700)).toBeNull();
});

test("a crowd of addresses takes no more room than a hundred", async () => {
  const [kept, make] = [new Kept<number>(), counted()];
  for (let n = 0; n <= 100; n++) await kept.get(`${n}`, make, 0);
  expect(await kept.get("100", make, 1)).toBe(101);
  expect(await kept.get("0", make, 1)).toBe(102);
});
