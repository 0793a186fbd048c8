import { expect, test } from "vitest";
import { region } from "@/server/regions/region";
import { asVisitor, someone } from "@/tests/factories/people";
import { createCaller } from "../trpc/root";

const theme = region().region.missionThemes[0]!.slug;
const LATER = new Date("2027-06-01T10:00:00Z");
const at = (ctx: Awaited<ReturnType<typeof someone>> | ReturnType<typeof asVisitor>, now = LATER) =>
  createCaller({ ...ctx, now } as never);

async function buyer() {
  const ctx = await someone("ministry", "buyer");
  const api = createCaller(ctx);
  const post = async (windowStart: string, given: object = {}) => {
    const { id } = await api.needs.create({
      title: "Een brug die zich meldt",
      language: "nl",
      certainty: "budgeted",
      visibility: "public",
      windowStart,
      windowEnd: "2029-12-31",
      valueMinCents: 100,
      valueMaxCents: 300,
      theme,
      ...given,
    });
    await api.needs.publish({ id, version: 1 });
    return { id, version: 2 };
  };
  const move = (need: { id: string; version: number }, windowStart: string, windowEnd = "2029-12-31") =>
    api.needs.move({ ...need, windowStart, windowEnd, reason: "De begroting kwam later" });
  return { ctx, api, post, move, buyerId: ctx.actor.organisation!.id };
}

test("a window that moved counts from the start it was published with to the latest; unmoved ones once begun", async () => {
  const { api, post, move, buyerId } = await buyer();
  const twice = await move(await post("2028-01-01"), "2028-02-01");
  await move(twice, "2028-03-01");
  await post("2027-01-01");
  await post("2028-06-01");
  const done = await post("2028-09-01");
  await api.needs.fulfil({ ...done, becameUrl: "https://example.org/tender" });
  const onlyTheEnd = await post("2028-10-01");
  await move(onlyTheEnd, "2028-10-01", "2030-12-31");
  expect(await at(asVisitor()).needs.slipHistory({ buyerId })).toEqual({
    needs: 3,
    moved: 1,
    medianDays: 0,
    p90Days: 48,
    lacking: 7,
  });
});

test("what a reader may not see, and what was withdrawn, does not count", async () => {
  const { ctx, api, post, move, buyerId } = await buyer();
  await move(await post("2028-01-01", { visibility: "organisation" }), "2028-02-01");
  const gone = await move(await post("2028-01-01"), "2028-02-01");
  await api.needs.withdraw({ ...gone, reason: "Niet meer nodig" });
  expect(await at(asVisitor()).needs.slipHistory({ buyerId })).toMatchObject({ needs: 0, lacking: 10 });
  expect(await at(ctx).needs.slipHistory({ buyerId })).toMatchObject({ needs: 1, moved: 1 });
});

test("with ten needs behind it a buyer's next start is likely; with nine it is not", async () => {
  const { post, move } = await buyer();
  const next = await post("2028-06-01");
  for (let count = 0; count < 9; count++) await move(await post("2028-01-01"), "2028-01-31");
  const begun = await post("2027-05-01");
  const other = await (await buyer()).post("2028-06-01");
  const ids = [next.id, begun.id, other.id];
  const outlook = async (now: Date) =>
    new Map((await at(asVisitor(), now).needs.likelyStarts({ ids })).map((one) => [one.id, one]));
  const before = await outlook(new Date("2027-04-01T10:00:00Z"));
  expect(before.get(next.id)).toMatchObject({ likely: null, history: { needs: 9, lacking: 1 } });
  const now = await outlook(LATER);
  expect(now.get(next.id)!.likely).toEqual({ p50: "2028-07-01", p90: "2028-07-01" });
  expect(now.has(begun.id)).toBe(false);
  expect(now.get(other.id)).toMatchObject({ likely: null, history: { needs: 0 } });
});
