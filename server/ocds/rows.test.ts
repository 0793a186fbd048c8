import { expect, test } from "vitest";
import { DomainError } from "../core/errors";
import { rowsOfOcds } from "./rows";

const release = (ocid: string, fields: object = {}) => ({
  ocid,
  id: `${ocid}-1`,
  date: "2026-01-01T00:00:00Z",
  tag: ["planning"],
  tender: { id: "1", title: `Title of ${ocid}` },
  ...fields,
});
const packageOf = (...releases: object[]) => ({ version: "1.1", releases });
const rows = (file: string | Uint8Array) => [...rowsOfOcds(file)].filter((row) => row !== null);
const titles = (file: unknown) =>
  rows(typeof file === "string" ? file : JSON.stringify(file)).map(({ title }) => title);
const refusal = (file: string | Uint8Array) => {
  try {
    return rows(file);
  } catch (error) {
    return error instanceof DomainError ? [error.key, error.details.params] : error;
  }
};

test("a release, a package, a record package and lists of them all give their needs", () => {
  const [a, b] = [release("a"), release("b")];
  const both = ["Title of a", "Title of b"];
  const records = {
    records: [
      { ocid: "a", releases: [a] },
      { ocid: "b", compiledRelease: b },
    ],
  };
  expect(titles(a)).toEqual(["Title of a"]);
  expect(titles([a, b])).toEqual(both);
  expect(titles(packageOf(a, b))).toEqual(both);
  expect(titles([packageOf(a), packageOf(b)])).toEqual(both);
  expect(titles(records)).toEqual(both);
  expect(titles(records.records)).toEqual(both);
  expect(titles(`${JSON.stringify(packageOf(a))}\n${JSON.stringify(packageOf(b))}\n`)).toEqual(both);
  expect(titles(JSON.stringify(packageOf(a), null, 2) + JSON.stringify(b))).toEqual(both);
});

test("a record whose releases are only linked to is read as it was compiled", () => {
  const linked = { url: "https://example.org/1", date: "2026-01-01T00:00:00Z", tag: ["planning"] };
  const record = { ocid: "a", releases: [linked], compiledRelease: release("a") };
  expect(titles({ records: [record] })).toEqual(["Title of a"]);
});

test("releases of one process in several packages are one need, as the newest leaves it", () => {
  const later = release("a", { id: "a-2", date: "2026-02-01T00:00:00Z", tender: { title: "Moved" } });
  expect(titles(JSON.stringify(packageOf(later)) + JSON.stringify(packageOf(release("a"))))).toEqual([
    "Moved",
  ]);
});

test("a plan that was given up is no need, until it is taken up again", () => {
  const given = release("a", { planning: { finalStatus: "cancelled" } });
  const again = release("a", { id: "a-2", date: "2026-02-01T00:00:00Z", planning: { finalStatus: null } });
  expect(titles(packageOf(given, release("b")))).toEqual(["Title of b"]);
  expect(titles(packageOf(given, again))).toEqual(["Title of a"]);
});

test("UTF-8, with or without its mark, and ISO-8859-1 are read as their writer meant them", () => {
  const text = JSON.stringify(release("a", { buyer: { name: "Privé Œuvre" } }));
  const buyers = (bytes: Uint8Array) => rows(bytes)[0]!.buyer;
  expect(buyers(Buffer.from(text))).toBe("Privé Œuvre");
  expect(buyers(Buffer.from(`\ufeff${text}`))).toBe("Privé Œuvre");
  expect(buyers(Buffer.from(text.replace("Œuvre", "café"), "latin1"))).toBe("Privé café");
});

test("every column is filled from the field that the standard has for it", () => {
  const row = rows(
    JSON.stringify(
      release("a", {
        language: "nl-NL",
        parties: [{ id: "p", name: "Gemeente", roles: ["buyer"] }],
        planning: { id: "REF-1", budget: { amount: { amount: 10, currency: "EUR" } } },
        tender: {
          title: "Pumps",
          description: "Big",
          items: [{ id: 1, additionalClassifications: [{ scheme: "CPV", id: "42122000" }] }],
          minValue: { amount: 1000.5, currency: "EUR" },
          value: { amount: 2000, currency: "EUR" },
          procurementMethod: "selective",
          tenderPeriod: { startDate: "2027-04-01T00:00:00+02:00", endDate: "2027-06-30T23:59:59+02:00" },
          deliveryAddresses: [{ locality: "Haven" }],
        },
      }),
    ),
  )[0];
  expect(row).toEqual({
    reference: "REF-1",
    title: "Pumps",
    description: "Big",
    language: "nl",
    cpv: "42122000",
    buyer: "Gemeente",
    window_start: "2027-04-01",
    window_end: "2027-06-30",
    value_min: "1000.50",
    value_max: "2000",
    certainty: "",
    theme: "",
    ecosystems: "",
    place: "Haven",
    procedure: "restricted",
    skills: "",
    questions: "",
    visibility: "",
  });
});

test("an amount in another currency says so, so that nobody takes it for euros", () => {
  const planned = { budget: { description: "Machines", amount: { amount: 7, currency: "PYG" } } };
  const [row] = rows(JSON.stringify(release("a", { planning: planned, tender: {} })));
  expect(row).toMatchObject({ reference: "a", title: "Machines", value_min: "7 PYG", value_max: "7 PYG" });
});

test("fields of another form than the standard's are left empty", () => {
  const odd = { planning: [], tender: { title: {}, items: "x", value: { amount: "much" }, tenderPeriod: 3 } };
  expect(rows(JSON.stringify(release("a", odd)))[0]).toMatchObject({
    title: "",
    value_max: "",
    cpv: "",
  });
});

test("what is not JSON, or not whole, is refused with the line where it goes wrong", () => {
  expect(refusal("title;buyer\nPumps;City")).toEqual(["ocds.notJson", { line: 1 }]);
  expect(refusal('{"releases": [\n{"ocid":"a"},\n{"ocid":"b"')).toEqual(["ocds.notJson", { line: 3 }]);
  expect(refusal('{"releases": [\n{"ocid":"a"}\n{"ocid":"b"}]}')).toEqual(["ocds.notJson", { line: 3 }]);
  expect(refusal('{"releases": [{"ocid":"a" "id":1}]}')).toEqual(["ocds.notJson", { line: 1 }]);
});

test("what is nested to break the reader is refused with its line, closed or not", () => {
  const deep = (brackets: number) => `${"[".repeat(brackets)}${"]".repeat(brackets)}`;
  expect(refusal(deep(100))).toEqual(["ocds.noReleases", undefined]);
  for (const file of [deep(101), deep(1_000_000), "[".repeat(1_000_000), '{"a":'.repeat(1_000_000)])
    expect(refusal(file)).toEqual(["ocds.tooDeep", { line: 1 }]);
  const inside = { planning: { budget: "x" } };
  const text = JSON.stringify(packageOf(release("a"), release("b", inside)));
  expect(refusal(text.replace('"x"', `\n${deep(200)}`))).toEqual(["ocds.tooDeep", { line: 2 }]);
});

test("JSON without any release is refused as such", () => {
  for (const file of ["", "[]", "{}", "3", '{"releases":[]}', '{"releases":{"a":1}}', '{"items":[{"id":1}]}'])
    expect(refusal(file)).toEqual(["ocds.noReleases", undefined]);
});
