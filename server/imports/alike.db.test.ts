import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { TitledNeeds } from "./alike";

const [windowStart, windowEnd] = ["2027-01-01", "2027-12-31"];
const WORDS =
  "onderhoud van de brug bruggen sluis sluizen café drone drones 12 2027 in het noordelijk havengebied".split(
    " ",
  );

test("the title that is found is as much alike as PostgreSQL finds the most alike one, from 0.6 on", async () => {
  const title = fc
    .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(" ", ", ", "-")), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.flat().join(""));
  const cases = fc.sample(fc.record({ titles: fc.array(title, { maxLength: 40 }), asked: title }), {
    numRuns: 200,
    seed: 1,
  });
  for (const { titles, asked } of cases) {
    const needs = new TitledNeeds();
    for (const one of titles) needs.add({ id: one, title: one, windowStart, windowEnd });
    const found = needs.mostLike({ title: asked, windowStart, windowEnd });
    const [it] = await database().execute<{ found: number | null; most: number | null }>(sql`
      select similarity(${asked}, ${found}) as found, (
        select max(similarity(${asked}, t)) from unnest(${sql.param(titles)}::text[]) t
        where similarity(${asked}, t) >= 0.6::real) as most`);
    expect(it!.found, `${asked} among ${titles.join(" | ")}`).toBe(it!.most);
  }
});
