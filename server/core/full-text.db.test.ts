import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { asFound, type FoundAsRead, foundIn, speaksOf } from "./full-text";
import { MATCH_END, MATCH_START, type Segment } from "./segments";
import { isStorable } from "./storable";

/** What is found, with matches between brackets. */
async function find(q: string, title: string, description = "") {
  const found = await read(q, title, description);
  return found && { title: shown(found.title), fragment: found.fragment && shown(found.fragment) };
}
const shown = (segments: Segment[]) =>
  segments.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");
const textOf = (segments: Segment[]) => segments.map(({ text }) => text).join("");

async function read(q: string, title: string, description: string) {
  const texts = { title: sql`it.title`, description: sql`it.description` };
  const [row] = await database().execute<{ found: FoundAsRead | null }>(
    sql`select ${foundIn(texts, q)} as found from (select ${title}::text as title, ${description}::text as description) it`,
  );
  return row!.found && asFound(row!.found);
}

test("a word is marked in each form that a search in Dutch or English finds", async () => {
  expect(await find("schepen", "Schip of schepen, en een scheepje")).toMatchObject({
    title: "Schip of [schepen], en een scheepje",
  });
  expect(await find("sensor", "Sensoren voor de veilige brug")).toMatchObject({
    title: "[Sensoren] voor de veilige brug",
  });
  expect(await find("bridge", "Monitoring of bridges")).toMatchObject({ title: "Monitoring of [bridges]" });
  expect(await find("sensor bridge", "Sensoren, English: bridges")).toMatchObject({
    title: "[Sensoren], English: [bridges]",
  });
});

test("each of the words is marked where it stands, not those that say nothing", async () => {
  expect(await find("de sensor voor deze brug", "Sensoren voor de stad", "Een brug voor deze stad")).toEqual({
    title: "[Sensoren] voor de stad",
    fragment: null,
  });
  expect(await find("the sensor of the bridge", "The city", "The bridge of the city")).toEqual({
    title: "The city",
    fragment: "The [bridge] of the city",
  });
});

test("where the title has no match, whole words around the first in the description are shown", async () => {
  const before = "Wij vragen al jaren om iets beters voor de hele stad en alle wijken eromheen. ".repeat(3);
  const after = " Dat mag ook in delen, als het maar past bij wat er al ligt.".repeat(4);
  const found = await find("brug", "Sensoren", `${before}Op iedere brug komt er een.${after}`);
  expect(found!.title).toBe("Sensoren");
  expect(found!.fragment).toMatch(/^…\S.* Op iedere \[brug\] komt er een\. Dat mag .*\S…$/);
  const [start, end] = found!.fragment!.replace(/[[\]…]/g, "").split("Op iedere brug komt er een.");
  expect(before.endsWith(` ${start}`)).toBe(true);
  expect(after.startsWith(`${end} `)).toBe(true);
  expect(await find("brug", "Een brug", "Een brug")).toEqual({ title: "Een [brug]", fragment: null });
  expect(await find("brug", "Sensoren", "Een brug")).toEqual({
    title: "Sensoren",
    fragment: "Een [brug]",
  });
  expect(await find("monitor", "Sensoren", "Het monitoring-plan")).toMatchObject({
    fragment: "Het [monitoring]-plan",
  });
});

test("a text is shown as it is: markup, marks of its own, spaces", async () => {
  const script = '<script>alert("brug")</script> &amp; een  brug <b>Brug</b>';
  const inMarks = script.replaceAll(/brug(?!")/gi, "[$&]");
  expect(await find("brug", script)).toMatchObject({ title: inMarks });
  expect(await find("brug", "Niets", script)).toMatchObject({ fragment: inMarks });
  const own = `${MATCH_END}een ${MATCH_START}brug${MATCH_END} ${MATCH_START}`;
  const ownInMarks = `${MATCH_END}een ${MATCH_START}[brug]${MATCH_END} ${MATCH_START}`;
  expect(await find("brug", own)).toEqual({ title: ownInMarks, fragment: null });
  expect(await find("brug", `${MATCH_START}iets${MATCH_END}`, own)).toEqual({
    title: `${MATCH_START}iets${MATCH_END}`,
    fragment: ownInMarks,
  });
});

test("what the search excludes is not marked", async () => {
  expect(await find("brug -baggeren", "Een brug, een bagger")).toMatchObject({
    title: "Een [brug], een bagger",
  });
  expect(await find("-baggeren", "Een brug, een bagger")).toEqual({
    title: "Een brug, een bagger",
    fragment: null,
  });
});

test("a search for nothing finds nothing, one for what is no word marks nothing", async () => {
  expect(await read("", "Een brug", "brug")).toBeNull();
  for (const q of ["de", "the", `'"&|!(:*`, "-", '"', "or", "<->", "\\", "-the", MATCH_START])
    expect([q, await find(q, "De brug: the bridge &", "de")]).toEqual([
      q,
      { title: "De brug: the bridge &", fragment: null },
    ]);
});

test("any text with any search: the title whole, and what is shown of the description stands in it", async () => {
  const words = [
    "brug",
    "bruggen",
    "bridges",
    "-",
    '"',
    "or",
    "…",
    "<b>",
    "https://brug.example/a?brug",
    "\n",
  ];
  const piece = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(MATCH_START, MATCH_END, "x".repeat(3_000), "brug-"),
    fc.string({ unit: "binary" }),
  );
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom(" ", "", "  ")))
    .map((parts) => parts.flat().join(""))
    .filter(isStorable);
  const long = fc.tuple(text, fc.nat(300)).map(([part, times]) => part.repeat(times));
  const search = text.map((words) => words.slice(0, 200)).filter(isStorable);
  await fc.assert(
    fc.asyncProperty(search, text, fc.oneof(text, long), async (q, title, description) => {
      const found = await read(q, title, description);
      expect(found === null).toBe(q === "");
      if (!found) return;
      expect(textOf(found.title)).toBe(title);
      if (!found.fragment) return;
      expect(found.fragment.some(({ isMatch }) => isMatch)).toBe(true);
      const shownText = textOf(found.fragment);
      const cuts = [/^…/, /…$/, /^…|…$/g].map((ends) => shownText.replace(ends, ""));
      expect([shownText, ...cuts].some((cut) => description.includes(cut))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("a row that is found shows a mark, in its title or in a fragment", async () => {
  const words = ["brug", "sensoren", "monitoring", "sensor", "harbour", "de", "the", "veilige", "schepen"];
  const text = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((all) => all.join(" "));
  const asked = fc.subarray(["sensor", "monitor", "harbours", "veilig", "vergunning"], { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(asked, text, text, async (several, title, description) => {
      const q = several.join(" or ");
      const all = `${title} ${description}`;
      const document = sql`(to_tsvector('dutch', ${all}) || to_tsvector('english', ${all}))`;
      const [row] = await database().execute<{ speaks: boolean }>(
        sql`select ${speaksOf(document, q)} as speaks`,
      );
      const found = await read(q, title, description);
      const pieces = [...found!.title, ...(found!.fragment ?? [])];
      expect(pieces.some(({ isMatch }) => isMatch)).toBe(row!.speaks);
    }),
  );
});
