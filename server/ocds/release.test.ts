import fc from "fast-check";
import { expect, test } from "vitest";
import { CERTAINTIES, LANGUAGES, PROCEDURES } from "@/db/enums";
import { problemsOfRelease } from "@/tests/support/ocds";
import { joinLines } from "./columns";
import { compiled, type Release } from "./compile";
import { type PublicNeed, releaseOf } from "./release";
import { rowsOfOcds } from "./rows";

const text = (most: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: most })
    .map((it) => it.replace(/\s+/g, " ").trim() || "x");
const lines = fc.array(text(40), { maxLength: 4 });
const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true });
const cents = fc.integer({ min: 0, max: 1e13 });

const anyNeed: fc.Arbitrary<PublicNeed> = fc.record({
  id: fc.uuid(),
  reference: fc.option(text(20)),
  title: text(60),
  description: fc.oneof(fc.constant(""), text(200)),
  language: fc.constantFrom(...LANGUAGES),
  windowStart: day.map((it) => it.toISOString().slice(0, 10)),
  windowEnd: day.map((it) => it.toISOString().slice(0, 10)),
  windowPrecision: fc.constantFrom("quarter", "date"),
  valueMinCents: cents,
  valueMaxCents: cents,
  certainty: fc.constantFrom(...CERTAINTIES),
  cpv: fc.option(fc.constantFrom("72000000", "72000000-5")),
  theme: fc.option(fc.constantFrom("zorg", "veiligheid")),
  ecosystems: fc.subarray(["zorg", "security"]),
  place: fc.oneof(fc.constant(""), text(30)),
  procedure: fc.constantFrom(...PROCEDURES),
  skills: lines,
  questions: lines,
  status: fc.constantFrom("published", "fulfilled"),
  withdrawReason: fc.constant(null),
  becameUrl: fc.option(fc.constant("https://example.org/tender/1")),
  buyer: fc.record({ id: fc.uuid(), name: text(30) }),
  programmes: fc.array(fc.record({ id: fc.uuid(), title: text(30) }), { maxLength: 2 }),
});

const ocid = "bundel-1";
const published = (number: number) => ({ ocid, number, at: new Date(Date.UTC(2026, 0, number)) });
const euros = (amount: number) => (amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2));
const rowFor = (need: PublicNeed) => ({
  reference: need.reference ?? ocid,
  title: need.title,
  description: need.description,
  language: need.language,
  cpv: need.cpv ?? "",
  buyer: need.buyer.name,
  window_start: need.windowStart,
  window_end: need.windowEnd,
  value_min: euros(need.valueMinCents),
  value_max: euros(need.valueMaxCents),
  certainty: need.certainty,
  theme: need.theme ?? "",
  ecosystems: joinLines(need.ecosystems),
  place: need.place,
  procedure: need.procedure,
  skills: joinLines(need.skills),
  questions: joinLines(need.questions),
  visibility: "public",
});
const rowsOf = (...releases: object[]) =>
  [...rowsOfOcds(JSON.stringify({ version: "1.1", releases }))].filter((row) => row !== null);
const need: PublicNeed = {
  id: "n1",
  reference: "REF-1",
  title: "Sensors for bridges",
  description: "On forty bridges",
  language: "en",
  windowStart: "2027-04-01",
  windowEnd: "2027-06-30",
  windowPrecision: "quarter",
  valueMinCents: 100_000,
  valueMaxCents: 250_050,
  certainty: "budgeted",
  cpv: "35125100",
  theme: "veiligheid",
  ecosystems: ["security"],
  place: "Harbour",
  procedure: "open",
  skills: ["calibration"],
  questions: ["How long do they last?"],
  status: "fulfilled",
  withdrawReason: null,
  becameUrl: "https://example.org/tender/1",
  buyer: { id: "b1", name: "City" },
  programmes: [{ id: "p1", title: "Safe city" }],
};

test("every release is valid by the standard's schema, the first, a later one and the last", () => {
  fc.assert(
    fc.property(anyNeed, (any) => {
      const given = { ...any, status: "withdrawn" as const, withdrawReason: "No budget" };
      for (const release of [
        releaseOf(any, published(1)),
        releaseOf(any, published(2)),
        releaseOf(given, published(3)),
        releaseOf(null, published(4)),
      ])
        expect(problemsOfRelease(release)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("what is read back from a release is what was published, to the cent", () => {
  fc.assert(
    fc.property(anyNeed, (any) => {
      expect(rowsOf(releaseOf(any, published(1)))).toEqual([rowFor(any)]);
    }),
    { numRuns: 200 },
  );
});

test("releases merge into the newest: what was taken away does not come back", () => {
  fc.assert(
    fc.property(fc.array(anyNeed, { minLength: 2, maxLength: 4 }), (needs) => {
      const releases = needs.map((one, index) => releaseOf(one, published(index + 1)));
      expect(rowsOf(...releases.reverse())).toEqual([rowFor(needs.at(-1)!)]);
    }),
    { numRuns: 100 },
  );
});

test("the first release is a plan, each later one updates it, and none is a tender", () => {
  expect(releaseOf(need, published(1)).tag).toEqual(["planning"]);
  expect(releaseOf(need, published(2)).tag).toEqual(["planningUpdate"]);
  expect(releaseOf(need, published(2))).toMatchObject({ ocid, id: "bundel-1-2", initiationType: "tender" });
});

test("the programme that a need is bundled in is the project of its budget", () => {
  const bundled = { ...need, programmes: [{ id: "p1", title: "Safe city" }] };
  expect(releaseOf(bundled, published(1)).planning.budget).toEqual({ projectID: "p1", project: "Safe city" });
  expect(releaseOf({ ...need, programmes: [] }, published(2)).planning.budget.projectID).toBeNull();
});

test("a withdrawn need ends with its reason and is no need to whoever reads it", () => {
  const release = releaseOf({ ...need, status: "withdrawn", withdrawReason: "No budget" }, published(2));
  expect(release.planning).toMatchObject({ finalStatus: "cancelled", finalStatusDetails: "No budget" });
  expect(rowsOf(releaseOf(need, published(1)), release)).toEqual([]);
});

test("the last release of what is public no more takes back everything that was said", () => {
  const releases = [releaseOf(need, published(1)), releaseOf(null, published(2))];
  const read = JSON.parse(JSON.stringify(releases)) as Release[];
  const left = JSON.stringify(compiled(read));
  const { id: _, buyer: _who, status: _state, becameUrl, programmes, ...facts } = need;
  const said = [becameUrl, programmes[0]!.title, ...Object.values(facts)].flat().filter(Boolean);
  for (const fact of said) expect(left).not.toContain(JSON.stringify(fact));
});
