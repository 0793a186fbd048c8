import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const schemes = { paper: 1, slate: 2 } as const;

describe.each(Object.entries(schemes))("on %s", (_, side) => {
  const basis = (name: string) => colour(`--basis-color-${name}`, side);
  const grounds = ["default-bg-document", "default-bg-subtle", "default-bg-default"];

  it.each(grounds)("text is readable on %s", (ground) => {
    for (const text of ["default-color-document", "default-color-default", "default-color-subtle"]) {
      expect(contrast(basis(text), basis(ground)), text).toBeGreaterThanOrEqual(4.5);
    }
    for (const role of ["action-1", "warning", "negative", "positive"]) {
      expect(contrast(basis(`${role}-color-default`), basis(ground)), role).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(["action-1", "warning", "negative", "positive"])("%s is readable on its own tint", (role) => {
    expect(contrast(basis(`${role}-color-default`), basis(`${role}-bg-subtle`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(basis(`${role}-color-default`), basis(`${role}-bg-default`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(basis("default-color-document"), basis(`${role}-bg-subtle`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(basis("default-color-subtle"), basis(`${role}-bg-subtle`))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["action-1", "negative"])("buttons of %s are readable in every state", (role) => {
    for (const state of ["default", "hover", "active"]) {
      const fill = basis(`${role}-inverse-bg-${state}`);
      expect(contrast(basis(`${role}-inverse-color-default`), fill), state).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("marks and edges stand out", () => {
    for (const role of ["default", "action-1", "warning", "negative", "positive"]) {
      const mark = basis(`${role}-border-default`);
      expect(contrast(mark, basis("default-bg-document")), role).toBeGreaterThanOrEqual(3);
      expect(contrast(mark, basis("default-bg-subtle")), role).toBeGreaterThanOrEqual(3);
    }
    const drawn = colour("--bundel-drawn-color", side);
    expect(contrast(drawn, basis("default-bg-document"))).toBeGreaterThanOrEqual(3);
    const edge = basis("default-border-default");
    expect(contrast(edge, colour("--basis-form-control-background-color", side))).toBeGreaterThanOrEqual(3);
    const focus = colour("--basis-focus-outline-color", side);
    expect(contrast(focus, basis("default-bg-document"))).toBeGreaterThanOrEqual(3);
  });

  it("what was searched for is readable on its mark, as text and as a link, and the mark stands out", () => {
    const ground = basis("highlight-bg-default");
    const texts = ["default-color-document", "default-color-default", "default-color-subtle"];
    const links = ["default", "hover", "active"].map((state) => `action-1-color-${state}`);
    for (const text of [...texts, ...links])
      expect(contrast(basis(text), ground), text).toBeGreaterThanOrEqual(4.5);
    const line = basis("warning-border-default");
    for (const beside of [...grounds.map(basis), ground])
      expect(contrast(line, beside)).toBeGreaterThanOrEqual(3);
  });

  it("what cannot be done is still readable", () => {
    expect(contrast(basis("disabled-color-default"), basis("disabled-bg-default"))).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  it("the words on the scale are readable, and the weaker the more it stands out in grey", () => {
    const levels = ["strong", "average", "weak"];
    const fill = (level: string) => colour(`--bundel-rating-${level}-background-color`, side);
    for (const level of levels) {
      expect(
        contrast(colour(`--bundel-rating-${level}-color`, side), fill(level)),
        level,
      ).toBeGreaterThanOrEqual(4.5);
    }
    const salience = levels.map((level) => contrast(fill(level), basis("default-bg-document")));
    expect(salience[1]! / salience[0]!).toBeGreaterThan(1.4);
    expect(salience[2]! / salience[1]!).toBeGreaterThan(1.4);
  });
});

function colour(token: string, side: 1 | 2): string {
  const found = new RegExp(`${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  if (!found) throw new Error(`tokens.css gives no pair of colours for ${token}`);
  return found[side]!;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
