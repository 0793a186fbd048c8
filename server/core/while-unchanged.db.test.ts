import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { as, someone } from "@/tests/factories/people";
import { recordEvent } from "./events";
import { headOf, whileUnchanged } from "./while-unchanged";

const ctx = () => ({ db: database() });

async function somethingHappens() {
  const { actor } = await someone("ministry", "buyer");
  await database().transaction((tx) =>
    recordEvent(tx, as(actor), { verb: "need.published", subject: { kind: "need", id: v7() } }),
  );
}

test("what is asked again, later or at the same time, is read once", async () => {
  const read = vi.fn(async () => "answer");
  const key = v7();
  const together = [whileUnchanged(ctx(), key, read), whileUnchanged(ctx(), key, read)];
  expect(await Promise.all(together)).toEqual(["answer", "answer"]);
  expect(await whileUnchanged(ctx(), key, read)).toBe("answer");
  expect(read).toHaveBeenCalledOnce();
});

test("it is read anew as soon as any event is recorded", async () => {
  const read = vi.fn(async () => read.mock.calls.length);
  const key = v7();
  expect(await whileUnchanged(ctx(), key, read)).toBe(1);
  await somethingHappens();
  expect(await whileUnchanged(ctx(), key, read)).toBe(2);
});

test("an answer that was read while something happened does not outlive it", async () => {
  const key = v7();
  const slow = whileUnchanged(ctx(), key, async () => {
    await somethingHappens();
    return "before";
  });
  expect(await slow).toBe("before");
  expect(await whileUnchanged(ctx(), key, async () => "after")).toBe("after");
});

test("another key has its own answer", async () => {
  const key = v7();
  await whileUnchanged(ctx(), `${key} for a visitor`, async () => "public");
  expect(await whileUnchanged(ctx(), `${key} for a member`, async () => "own")).toBe("own");
});

test("a reading that failed is tried again", async () => {
  const key = v7();
  const failing = whileUnchanged(ctx(), key, () => Promise.reject(new Error("no connection")));
  await expect(failing).rejects.toThrow("no connection");
  expect(await whileUnchanged(ctx(), key, async () => "answer")).toBe("answer");
});

test("a request that knows its place in the log gets what holds there, and keeps nothing for who is further on", async () => {
  const key = v7();
  const asOf = await headOf(ctx());
  expect(await whileUnchanged({ ...ctx(), asOf }, key, async () => "before")).toBe("before");
  expect(await whileUnchanged(ctx(), key, async () => "again")).toBe("before");
  await somethingHappens();
  expect(await whileUnchanged(ctx(), key, async () => "after")).toBe("after");
  const late = vi.fn(async () => "late");
  expect(await whileUnchanged({ ...ctx(), asOf }, key, late)).toBe("late");
  expect(await whileUnchanged(ctx(), key, late)).toBe("after");
  expect(late).toHaveBeenCalledOnce();
});
