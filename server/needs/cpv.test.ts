import fc from "fast-check";
import { expect, test } from "vitest";
import { readCpv } from "@/db/cpv/read";
import { cpvOf, parentsOf, searchCpv, suggestCpv } from "./cpv";

const entries = readCpv();
const anyEntry = fc.constantFrom(...entries);
const codesFor = (q: string) => searchCpv(q).map(({ code }) => code);

test("the vocabulary is whole: 9,454 codes, in order, each with a name in both languages", () => {
  expect(entries).toHaveLength(9_454);
  expect(entries.map(({ code }) => code)).toEqual([...new Set(entries.map(({ code }) => code))].sort());
  for (const { code, name } of entries) {
    expect(code).toMatch(/^\d{8}$/);
    expect(name.nl.length * name.en.length).toBeGreaterThan(0);
  }
});

test("a code is known with and without its check digit", () => {
  expect(cpvOf("72400000-4")).toEqual(cpvOf("72400000"));
  expect(cpvOf("72400000")?.name.en).toBe("Internet services");
  expect(cpvOf("99999999")).toBeUndefined();
});

test("what a code is part of comes widest first, and each part holds the next", () => {
  fc.assert(
    fc.property(anyEntry, ({ code }) => {
      const line = [...parentsOf(code).map((parent) => parent.code), code];
      const significant = line.map((one) => one.slice(0, 8).replace(/0+$/, ""));
      for (const [index, part] of significant.slice(1).entries())
        expect(part.startsWith(significant[index]!)).toBe(true);
    }),
  );
  expect(parentsOf("72212000").map(({ code }) => code)).toEqual(["72000000", "72200000", "72210000"]);
});

test("a code is found by its digits and by every word of its name, in either language", () => {
  expect(codesFor("72212")[0]).toBe("72212000");
  expect(codesFor("72212000-4")).toEqual(["72212000"]);
  expect(codesFor("bruggen")).toContain("44212100");
  expect(codesFor("bridge")[0]).toBe("44212100");
  expect(codesFor("straatverlichting onderhoud")[0]).toBe("50232100");
  expect(codesFor("kantoor schoonmaken")[0]).toBe("90919200");
});

test("of several words those are found that some name holds; nothing is found for nothing", () => {
  expect(codesFor("cateringdiensten xyzzy")[0]).toBe("55520000");
  expect(codesFor("xyzzy")).toEqual([]);
  expect(codesFor("")).toEqual([]);
});

test("whatever is typed gets at most twenty codes", () => {
  fc.assert(
    fc.property(fc.string(), (q) => {
      expect(searchCpv(q).length).toBeLessThanOrEqual(20);
    }),
  );
});

test("a text gets codes whose name it shares rare words with, and the words say why", () => {
  const [first] = suggestCpv("Schoonmaak van kantoren in de regio");
  expect(first).toMatchObject({ code: "90919200", words: ["schoonmaak", "kantoren"] });
  expect(suggestCpv("Diensten en apparatuur")).toEqual([]);
  expect(suggestCpv("")).toEqual([]);
});
