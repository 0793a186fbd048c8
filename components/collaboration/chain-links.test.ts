import { describe, expect, it } from "vitest";
import { LINKS, type LinkItem, type LinkName, placeToFill } from "./chain-links";

const item = (id: string, state: string | null = null): LinkItem => ({
  id,
  title: id,
  language: null,
  state,
  isSettled: false,
  href: `/${id}`,
  amountCents: null,
  isDemonstration: false,
});

const chain = (there: Partial<Record<LinkName, LinkItem[]>>) => ({
  ...(Object.fromEntries(LINKS.map((link) => [link, []])) as unknown as Record<LinkName, LinkItem[]>),
  ...there,
});

describe("where a missing link is made", () => {
  it("starts a challenge from all that it can come from", () => {
    expect(placeToFill("challenge", chain({}))).toBe("/challenges/new");
    expect(placeToFill("challenge", chain({ programme: [item("p")] }))).toBe("/challenges/new?programme=p");
    expect(placeToFill("challenge", chain({ need: [item("n")], programme: [item("p")] }))).toBe(
      "/challenges/new?need=n&programme=p",
    );
  });

  it("offers to ask for money once, and again after a withdrawal", () => {
    const asked = (state: string) =>
      placeToFill(
        "award",
        chain({ selection: [item("s")], application: [item("a", `application.${state}`)] }),
      );
    expect(placeToFill("award", chain({ selection: [item("s")] }))).toBe("/funding");
    expect(asked("draft")).toBeNull();
    expect(asked("submitted")).toBeNull();
    expect(asked("withdrawn")).toBe("/funding");
  });
});
