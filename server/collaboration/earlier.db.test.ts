import { expect, test } from "vitest";
import { asVisitor } from "@/tests/factories/people";
import { bridge, code, who } from "@/tests/factories/programmes";
import { createCaller } from "../trpc/root";

const WAS = {
  ...bridge,
  description: "Zoals het was",
  contact: "inkoop@waar.example",
  visibility: "public" as const,
};
const LATER = { windowStart: "2028-01-01", windowEnd: "2028-03-31" };

/** A published need that was changed, moved and changed again; its events with fields, the oldest first. */
async function changed() {
  const buyer = await who("ministry", "buyer");
  const { id } = await buyer.api.needs.create(WAS);
  await buyer.api.needs.publish({ id, version: 1 });
  await buyer.api.needs.change({
    ...WAS,
    id,
    version: 2,
    title: "Een tweede titel",
    contact: "ander@waar.example",
  });
  await buyer.api.needs.move({ id, version: 3, ...LATER, reason: "Het budget komt later" });
  const now = { ...WAS, ...LATER, title: "Een derde titel", description: "" };
  await buyer.api.needs.change({ ...now, id, version: 4 });
  const events = (await buyer.api.collaboration.history({ kind: "need", id })).reverse();
  const seqOf = (verb: string) => events.find((event) => event.verb === verb)!.seq;
  return { buyer, id, now, seqOf };
}

test("what changed after an event comes back with the values it had then, however often it changed", async () => {
  const { buyer, id, seqOf } = await changed();
  const then = (seq: number) => buyer.api.collaboration.earlier({ kind: "need", id, seq });
  expect((await then(seqOf("need.published"))).values).toMatchObject({
    title: WAS.title,
    description: WAS.description,
    windowStart: WAS.windowStart,
    windowEnd: WAS.windowEnd,
  });
  expect((await then(seqOf("need.changed"))).values).toMatchObject({
    title: "Een tweede titel",
    windowStart: WAS.windowStart,
  });
  const afterMove = (await then(seqOf("need.moved"))).values;
  expect(afterMove).toEqual({ title: "Een tweede titel", description: WAS.description });
});

test("restoring is an ordinary change: saved with these values it is what it was, and the history goes on", async () => {
  const { buyer, id, now, seqOf } = await changed();
  const { values } = await buyer.api.collaboration.earlier({
    kind: "need",
    id,
    seq: seqOf("need.published"),
  });
  const { status: _, ...fields } = values;
  const restored = { ...now, ...fields, id, version: 5, slipReason: "Het budget is er toch" };
  await buyer.api.needs.change(restored as never);
  expect(await buyer.api.needs.byId({ id })).toMatchObject({
    title: WAS.title,
    windowStart: WAS.windowStart,
    version: 6,
  });
  const history = await buyer.api.collaboration.history({ kind: "need", id });
  expect(history[0]?.verb).toBe("need.changed");
  expect(history).toHaveLength(6);
});

test("contact details are not in what is restored, and who does not keep the object restores nothing", async () => {
  const { buyer, id, seqOf } = await changed();
  const asked = { kind: "need" as const, id, seq: seqOf("need.published") };
  expect((await buyer.api.collaboration.earlier(asked)).values).not.toHaveProperty("contact");
  const other = await who("ministry", "buyer");
  expect(await code(other.api.collaboration.earlier(asked))).toBe("notFound");
  expect(await code(createCaller(asVisitor()).collaboration.earlier(asked))).toBe("notFound");
  expect(await code(buyer.api.collaboration.earlier({ ...asked, seq: 1 }))).toBe("notFound");
});
