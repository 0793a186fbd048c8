import { expect, test } from "vitest";
import { SHORTCUTS, shortcutOf } from "./shortcuts";

test("letters lead to their place, wait for the next, or are nobody's", () => {
  expect(shortcutOf(["g"])).toBe("more");
  expect(shortcutOf(["g", "r"])).toEqual({ href: "/roadmap" });
  expect(shortcutOf(["/"])).toEqual({ href: "/search" });
  expect(shortcutOf(["x"])).toBeNull();
  expect(shortcutOf(["g", "x"])).toBeNull();
});

test("no shortcut is another's beginning, and none is given twice", () => {
  const all = SHORTCUTS.map(({ keys }) => keys as string);
  expect(new Set(all).size).toBe(all.length);
  for (const one of all)
    expect(all.filter((other) => other !== one && other.startsWith(`${one} `))).toEqual([]);
});
