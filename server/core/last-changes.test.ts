import { expect, test } from "vitest";
import { LastChanges } from "./last-changes";

test("a topic changed since a place exactly when its last change is after it", () => {
  const changes = new LastChanges();
  changes.knowNothingUpTo(10);
  changes.note(["need", "need:a"], 11);
  changes.note(["need", "need:b"], 12);
  const changed = (topic: string) => [10, 11, 12].filter((since) => changes.mayHaveChanged(topic, since));
  expect(changed("need:a")).toEqual([10]);
  expect(changed("need:b")).toEqual([10, 11]);
  expect(changed("need")).toEqual([10, 11]);
  expect(changed("programme")).toEqual([]);
});

test("of what happened before it listened, it says that it may have changed", () => {
  const changes = new LastChanges();
  changes.knowNothingUpTo(10);
  expect(changes.mayHaveChanged("need", 9)).toBe(true);
  expect(changes.mayHaveChanged("need", 10)).toBe(false);
});

test("what it has forgotten may have changed; what changes often takes no more room than what changes once", () => {
  const changes = new LastChanges(2);
  changes.knowNothingUpTo(0);
  changes.note(["need:a"], 1);
  for (let seq = 2; seq < 100; seq++) changes.note(["need"], seq);
  expect(changes.mayHaveChanged("need:b", 1)).toBe(false);
  changes.note(["need:b"], 100);
  expect(changes.mayHaveChanged("need:a", 0)).toBe(true);
  expect(changes.mayHaveChanged("need:c", 1)).toBe(false);
  expect(changes.mayHaveChanged("need", 98)).toBe(true);
  expect(changes.mayHaveChanged("need", 99)).toBe(false);
});
