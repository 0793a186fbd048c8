import { expect, test } from "vitest";
import { pathOfOurs } from "./path";

test.each(["/", "/nl/inbox", "/en/organisations/invitation?token=abc", "/nl/roadmap?text=a%20b#x"])(
  "%s is a place on this site",
  (path) => {
    expect(pathOfOurs(path)).toBe(path);
  },
);

test.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "nl/inbox",
  "/a\\b",
  "/a b",
  "/\n/evil",
  "",
  null,
])("%s is no place to be sent to", (path) => {
  expect(pathOfOurs(path)).toBeNull();
});
