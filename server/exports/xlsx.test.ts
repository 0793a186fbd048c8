import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { ExportedNeed } from "./queries";
import { xlsxOf } from "./xlsx";

const need: ExportedNeed = {
  id: "",
  reference: "REF",
  title: "Bruggen meten",
  description: "",
  language: "nl",
  cpv: null,
  buyer: "Gemeente",
  windowStart: "2027-01-01",
  windowEnd: "2027-03-31",
  valueMinCents: 1,
  valueMaxCents: 2,
  certainty: "idea",
  theme: null,
  ecosystems: [],
  place: "",
  procedure: "open",
  skills: [],
  questions: [],
  visibility: "public",
};

test("a workbook that is read slowly waits for its reader, and keeps nothing of the waiting", async () => {
  async function* needs() {
    for (let batch = 0; batch < 60; batch++)
      yield Array.from({ length: 200 }, () => ({ ...need, description: String(Math.random()) }));
  }
  const out = xlsxOf(needs());
  let most = 0;
  for await (const _ of out) {
    await setImmediate();
    most = Math.max(most, out.listenerCount("close"));
  }
  expect(most).toBeLessThan(6);
});
