import { expect, test } from "vitest";
import { isStorable } from "./storable";

test("text with a NUL or half a character cannot be stored, however deep it lies", () => {
  expect(isStorable({ title: "Ünïcode 🌉 — “goed”", list: [1, null, true, undefined] })).toBe(true);
  expect(isStorable("a\u0000b")).toBe(false);
  expect(isStorable({ list: [{ title: "\ud83c" }] })).toBe(false);
  expect(isStorable("\\u0000")).toBe(true);
  expect(isStorable(JSON.parse("[".repeat(50_000) + "]".repeat(50_000)))).toBe(true);
});
