import { expect, test } from "vitest";
import { placeAfter } from "./grid-place";

/** A head of three cells, a row whose second cell has two links, and a long rest. */
const rows = [[0, 1, 2], [0, 1, 1, 2], ...Array.from({ length: 30 }, () => [0, 1, 2])];
const after = (row: number, stop: number, key: string, control = false) =>
  placeAfter(rows, { row, stop }, key, { control });

test("arrows go to the next cell, and through the links of one", () => {
  expect(after(1, 1, "ArrowRight")).toEqual({ row: 1, stop: 2 });
  expect(after(1, 3, "ArrowLeft")).toEqual({ row: 1, stop: 2 });
  expect(after(0, 2, "ArrowRight")).toBeNull();
  expect(after(0, 0, "ArrowLeft")).toBeNull();
});

test("up and down keep to the column, whatever stands in it", () => {
  expect(after(0, 2, "ArrowDown")).toEqual({ row: 1, stop: 3 });
  expect(after(1, 2, "ArrowDown")).toEqual({ row: 2, stop: 1 });
  expect(after(2, 2, "ArrowUp")).toEqual({ row: 1, stop: 3 });
  expect(after(0, 1, "ArrowUp")).toBeNull();
  expect(after(31, 1, "ArrowDown")).toBeNull();
});

test("page keys go ten rows on and stop at the edges", () => {
  expect(after(2, 1, "PageDown")).toEqual({ row: 12, stop: 1 });
  expect(after(28, 1, "PageDown")).toEqual({ row: 31, stop: 1 });
  expect(after(4, 0, "PageUp")).toEqual({ row: 0, stop: 0 });
});

test("home and end go to the edges of the row, with control to those of the grid", () => {
  expect(after(1, 2, "Home")).toEqual({ row: 1, stop: 0 });
  expect(after(1, 0, "End")).toEqual({ row: 1, stop: 3 });
  expect(after(9, 1, "Home", true)).toEqual({ row: 0, stop: 0 });
  expect(after(9, 1, "End", true)).toEqual({ row: 31, stop: 2 });
});

test("a row that lacks the column is entered at the nearest before it", () => {
  expect(placeAfter([[0, 3], [0]], { row: 0, stop: 1 }, "ArrowDown")).toEqual({ row: 1, stop: 0 });
});

test("other keys, and control with an arrow, lead nowhere", () => {
  for (const key of ["Enter", "Tab", "a", " ", "toString"]) expect(after(1, 1, key)).toBeNull();
  expect(after(1, 1, "ArrowDown", true)).toBeNull();
});
