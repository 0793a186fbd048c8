import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bagOf } from "./bags";
import { clustersOf } from "./clusters";
import { configuredSimilarity } from "./configured";
import { digitsInCommon, kindOf, significant } from "./cpv";
import { learnTranslations } from "./dictionary";
import { lexical } from "./lexical";
import type { Comparable, Pair } from "./similarity";
import { likenessOfTexts, weighAll } from "./texts";
import { termsIn } from "./vocabulary";

const keys = (text: string, language: "nl" | "en") => termsIn(text, language).map(({ key }) => key);

const need = (id: string, title: string): Comparable => ({
  id,
  version: 1,
  buyerId: "",
  language: "nl",
  title,
  description: "",
  cpv: null,
  windowStart: null,
  windowEnd: null,
  place: "",
  theme: null,
  ecosystems: [],
  valueMinCents: null,
  valueMaxCents: null,
});

describe("words", () => {
  test("a Dutch compound counts as its parts", () => {
    expect(keys("brugsensoren", "nl")).toEqual(keys("brug sensoren", "nl"));
    expect(keys("veiligheidsmeubilair", "nl")).toEqual(keys("veiligheid meubilair", "nl"));
  });

  test("a word of the field is the same in both languages, in all its forms", () => {
    expect(keys("brug", "nl")).toEqual(keys("bridges", "en"));
    expect(keys("bruggen", "nl")).toEqual(keys("bridge", "en"));
  });

  test("a word counts the same in its other forms", () => {
    for (const [one, other] of [
      ["bestelwagens", "bestelwagen"],
      ["brieven", "brief"],
      ["huisje", "huizen"],
      ["gereinigd", "reinigen"],
      ["bewaakt", "bewaken"],
    ] as const)
      expect(keys(one, "nl"), one).toEqual(keys(other, "nl"));
  });

  test("words of one field point to it in both languages, a setting to none", () => {
    const fieldOf = (word: string, language: "nl" | "en") => termsIn(word, language)[0]?.field?.en;
    expect(fieldOf("kantine", "nl")).toBe("food and drink");
    expect(fieldOf("caterer", "en")).toBe("food and drink");
    expect(fieldOf("snacks", "en")).toBe("food and drink");
    expect(fieldOf("straat", "nl")).toBeUndefined();
  });

  test("one word in common counts half, its field is no second one", async () => {
    await learnTranslations();
    const likenessOf = async (...titles: [string, string]) => {
      const [one, other] = await weighAll(titles.map((title) => bagOf(need(title, title))));
      const weightOf = (term: number) => other!.weights[other!.terms.indexOf(term)] ?? 0;
      const cosine = one!.terms.reduce((sum, term, at) => sum + one!.weights[at]! * weightOf(term), 0);
      return likenessOfTexts(one!, other!) / cosine;
    };
    expect(await likenessOf("brug lunch", "brug jurist")).toBeCloseTo(0.5);
    expect(await likenessOf("brug lunch", "brug lunch")).toBeCloseTo(1);
  });

  test("what every need is written with says nothing", () => {
    expect(keys("Wij zoeken een leverancier voor de levering", "nl")).toEqual([]);
    expect(keys("The supplier should provide this", "en")).toEqual([]);
  });

  test("any text can be read", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => Array.isArray(keys(text, "nl"))));
  });
});

describe("codes", () => {
  test("the zeros that fill a code up are no digits in common", () => {
    expect(significant("72000000-5")).toBe("72");
    expect(digitsInCommon("72000000", "72200000-7")).toBe(2);
    expect(digitsInCommon("72212000", "72222300")).toBe(3);
    expect(digitsInCommon("45000000", "72000000")).toBe(0);
  });

  test("say whether things, works or services are bought", () => {
    expect(["39130000-2", "48000000-8"].map(kindOf)).toEqual(["supplies", "supplies"]);
    expect(kindOf("45221119-9")).toBe("works");
    expect(["50850000-8", "72212000-4"].map(kindOf)).toEqual(["services", "services"]);
  });
});

describe("bundles", () => {
  const chain = (length: number): Pair[] =>
    Array.from({ length: length - 1 }, (_, at) => ({ a: at, b: at + 1, score: 0.9 }));
  const neighbours = (a: number, b: number) => (Math.abs(a - b) === 1 ? 0.9 : 0);

  test("a chain of neighbours does not grow into one", async () => {
    const clusters = await clustersOf(20, chain(20), { score: neighbours, threshold: 0.5 });
    expect(Math.max(...clusters.map(({ members }) => members.length))).toBeLessThan(4);
  });

  test("each need is in one bundle at most, and each bundle has at least two", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(15), fc.nat(15), fc.double({ min: 0, max: 1, noNaN: true }))),
        async (given) => {
          const scores = new Map(
            given
              .filter(([a, b]) => a !== b)
              .map(([a, b, score]) => [`${Math.min(a, b)}-${Math.max(a, b)}`, score]),
          );
          const score = (a: number, b: number) => scores.get(`${Math.min(a, b)}-${Math.max(a, b)}`) ?? 0;
          const pairs = [...scores].map(([key, value]) => {
            const [a, b] = key.split("-").map(Number) as [number, number];
            return { a, b, score: value };
          });
          const clusters = await clustersOf(16, pairs, { score, threshold: 0.4 });
          const members = clusters.flatMap((cluster) => cluster.members);
          expect(new Set(members).size).toBe(members.length);
          for (const cluster of clusters) expect(cluster.members.length).toBeGreaterThan(1);
        },
      ),
    );
  });

  test("needs that were said not to belong together never meet", async () => {
    const all = [0, 1, 2].flatMap((a) => [0, 1, 2].filter((b) => b > a).map((b) => ({ a, b, score: 0.9 })));
    const clusters = await clustersOf(3, all, { score: () => 0.9, threshold: 0.5 }, (a, b) => a + b !== 1);
    for (const { members } of clusters) expect(members.includes(0) && members.includes(1)).toBe(false);
  });
});

describe("the choice of similarity", () => {
  test("is by words unless another is named", () => {
    expect(configuredSimilarity(undefined, undefined)).toBe(lexical);
    expect(configuredSimilarity("lexical", undefined)).toBe(lexical);
  });

  test("refuses what is not there, and says what is", () => {
    expect(() => configuredSimilarity("vectors", undefined)).toThrow(/vectors.*lexical/);
    expect(() => configuredSimilarity("lexical", "/no/such/folder")).toThrow("/no/such/folder");
  });
});
