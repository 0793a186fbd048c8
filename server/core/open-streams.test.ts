import { expect, test } from "vitest";
import { openStreams } from "./open-streams";

test("who has as many streams open as one may gets no further one until one ends, and others are not held up", () => {
  const first = openStreams().take("one", 2)!;
  const second = openStreams().take("one", 2)!;
  expect(openStreams().take("one", 2)).toBeNull();
  expect(openStreams().take("other", 2)).not.toBeNull();
  first();
  first();
  expect(openStreams().take("one", 2)).not.toBeNull();
  expect(openStreams().take("one", 2)).toBeNull();
  second();
});
