import { expect, test } from "vitest";
import { asVisitor } from "@/tests/factories/people";
import { bridge, programme, who } from "@/tests/factories/programmes";
import { createCaller } from "../trpc/root";
import { TABLE_ROWS, TABLE_SORTS, type TableSort } from "./input";

let worlds = 0;

/** Published needs of one buyer that no other test asks for, with the word that finds them. */
async function needsOf(
  given: Partial<Parameters<Awaited<ReturnType<typeof who>>["api"]["needs"]["create"]>[0]>[],
) {
  worlds += 1;
  const word = `tafel${worlds}x${process.pid}`;
  const buyer = await who("ministry", "buyer");
  const ids: string[] = [];
  for (const fields of given) {
    const { id } = await buyer.api.needs.create({
      ...bridge,
      title: `Iets met ${word}`,
      visibility: "public",
      ...fields,
    });
    await buyer.api.needs.publish({ id, version: 1 });
    ids.push(id);
  }
  return { buyer, word, ids };
}
const visitor = () => createCaller(asVisitor());

test("each order shows each need once, over all pages, and turned round it is the same from the end", async () => {
  const { word } = await needsOf(
    Array.from({ length: TABLE_ROWS + 3 }, (_, at) => ({
      windowStart: `${2027 + (at % 4)}-01-01`,
      windowEnd: `${2027 + (at % 4)}-03-31`,
      certainty: (["idea", "budgeted", "announced"] as const)[at % 3],
      valueMinCents: 10 * (at % 7),
      place: at % 2 === 0 ? "Den Haag" : "",
    })),
  );
  for (const sort of TABLE_SORTS) {
    const read = async (descending: boolean) => {
      const pages = [1, 2].map((page) => visitor().roadmap.table({ q: word, sort, descending, page }));
      return (await Promise.all(pages)).flatMap(({ rows }) => rows);
    };
    const [up, down] = [await read(false), await read(true)];
    expect([sort, new Set(up.map(({ id }) => id)).size]).toEqual([sort, TABLE_ROWS + 3]);
    expect(new Set(down.map(({ id }) => id)).size).toBe(TABLE_ROWS + 3);
    // What a need does not say stands last either way; the others are turned round.
    const said = (rows: typeof up) =>
      rows.filter((row) => sort !== "place" || row.place !== "").map(({ id }) => id);
    if (sort !== "cpv" && sort !== "procedure") expect(said(down)).toEqual(said(up).reverse());
  }
});

test("money is ordered by its middle and certainty from the least sure", async () => {
  const { word, ids } = await needsOf([
    { valueMinCents: 0, valueMaxCents: 1000, certainty: "announced" },
    { valueMinCents: 400, valueMaxCents: 500, certainty: "idea" },
    { valueMinCents: 600, valueMaxCents: 700, certainty: "budgeted" },
  ]);
  const order = async (sort: "value" | "certainty") =>
    (await visitor().roadmap.table({ q: word, sort })).rows.map(({ id }) => ids.indexOf(id));
  expect(await order("value")).toEqual([1, 0, 2]);
  expect(await order("certainty")).toEqual([1, 2, 0]);
});

test("what a need does not say stands last, whichever way the order goes", async () => {
  const { word, ids } = await needsOf([
    { theme: null, cpv: "45000000" },
    { cpv: null, place: "Aa", procedure: "open" },
    { cpv: "03000000", place: "zee", procedure: "below-threshold" },
  ]);
  const order = async (sort: TableSort, descending: boolean) =>
    (await visitor().roadmap.table({ q: word, sort, descending })).rows.map(({ id }) => ids.indexOf(id));
  for (const sort of ["place", "procedure"] as const)
    expect([sort, await order(sort, false), await order(sort, true)]).toEqual([sort, [1, 2, 0], [2, 1, 0]]);
  expect([await order("cpv", false), await order("cpv", true)]).toEqual([
    [2, 0, 1],
    [0, 2, 1],
  ]);
  expect([(await order("theme", false)).at(-1), (await order("theme", true)).at(-1)]).toEqual([0, 0]);
});

test("what was searched for is marked in a row's title, or in a part of its description", async () => {
  const { word } = await needsOf([
    {},
    { title: "Iets anders", description: `Veel <b>sensoren</b> voor een tafel1y${process.pid}` },
  ]);
  const rowsOf = async (q: string) =>
    (await visitor().roadmap.table({ q, sort: "title", descending: true })).rows;
  expect((await rowsOf(word))[0]!.found).toEqual({
    title: [
      { text: "Iets met ", isMatch: false },
      { text: word, isMatch: true },
    ],
    fragment: null,
  });
  expect((await rowsOf(`sensor tafel1y${process.pid}`)).map(({ found }) => found)).toEqual([
    {
      title: [{ text: "Iets anders", isMatch: false }],
      fragment: [
        { text: "Veel <b>", isMatch: false },
        { text: "sensoren", isMatch: true },
        { text: "</b> voor een ", isMatch: false },
        { text: `tafel1y${process.pid}`, isMatch: true },
      ],
    },
  ]);
  expect((await visitor().roadmap.table({})).rows.map(({ found }) => found)).toContain(null);
});

test("a row holds what its reader may see: no need for others alone, no programme that the buyer did not agree to", async () => {
  const { buyer, word, ids } = await needsOf([{}, { visibility: "organisation" }]);
  const lead = await programme();
  const link = { programmeId: lead.id, needId: ids[0]! };
  await lead.api.programmes.proposeNeed(link);
  const rowsFor = async (api: typeof buyer.api) => (await api.roadmap.table({ q: word })).rows;
  expect((await rowsFor(visitor())).map(({ id, programmes }) => [id, programmes])).toEqual([[ids[0], []]]);
  expect(await rowsFor(buyer.api)).toHaveLength(2);
  await buyer.api.programmes.consent({ ...link, version: 1 });
  const [row] = await rowsFor(visitor());
  expect(row).toMatchObject({ isOwn: false, programmes: [{ id: lead.id }] });
});
