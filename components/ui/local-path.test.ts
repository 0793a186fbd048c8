import { describe, expect, it } from "vitest";
import { isPage, localPath } from "./local-path";

describe("a link", () => {
  it.each([
    ["/needs/1?view=table#top", "/nl/needs/1?view=table#top"],
    ["/", "/nl"],
    ["/?theme=safe", "/nl?theme=safe"],
    ["/en/needs", "/en/needs"],
    ["/nl", "/nl"],
    ["/needs", "/nl/needs"],
    ["?page=2", "?page=2"],
    ["#facts", "#facts"],
    ["/api/v1/needs", "/api/v1/needs"],
    ["//elsewhere.example/x", "//elsewhere.example/x"],
    ["https://elsewhere.example", "https://elsewhere.example"],
  ])("to %s leads to %s for a Dutch reader", (href, path) => {
    expect(localPath(href, "nl")).toBe(path);
  });

  it("knows a page from an interface, a part and another site", () => {
    expect(["/needs", "?page=2", "/apikeys"].map(isPage)).toEqual([true, true, true]);
    expect(["/api/v1", "/api", "#top", "//x.example", "mailto:a@x.example"].some(isPage)).toBe(false);
  });
});
