import { expect, test } from "vitest";
import { heatmapInput } from "@/server/ecosystem/input";
import { hrefWith, readFilter } from "./filters";

const NAMES = ["kind", "ecosystem", "element"] as const;

test("an address that asks wrongly, or twice, shows what it asked rightly", () => {
  const params = { kind: "planet", ecosystem: ["harsen", "houtbouw"], element: "" };
  expect(readFilter(heatmapInput, params, NAMES)).toEqual({ ecosystem: "harsen" });
});

test("a filter is set and taken off without losing the others", () => {
  const asked = { kind: "sector", element: "talent" };
  expect(hrefWith("/ecosystem", asked, "element", null)).toBe("/ecosystem?kind=sector");
  expect(hrefWith("/ecosystem", asked, "kind", "cluster")).toBe("/ecosystem?element=talent&kind=cluster");
  expect(hrefWith("/ecosystem", { kind: "sector" }, "kind", null)).toBe("/ecosystem");
});
