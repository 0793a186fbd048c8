import { expect, test } from "vitest";
import { someone } from "@/tests/factories/people";
import { problemsOfPackage, problemsOfRelease } from "@/tests/support/ocds";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";
import { extensionAnswer, recordAnswer, recordsAnswer, releasesAnswer } from "./ocds";

// biome-ignore lint/suspicious/noExplicitAny: answers are JSON of any shape.
type Json = any;

const request = (path: string, init?: RequestInit) =>
  new Request(`http://bundel.test/api/v1/ocds/${path}`, init);
const read = async (answer: Promise<Response>): Promise<Json> => (await answer).json();

const by = createCaller(await someone("ministry", "buyer"));
async function published(title: string) {
  const { id } = await by.needs.create({
    title,
    language: "nl",
    certainty: "idea",
    visibility: "public",
    windowStart: "2027-04-01",
    windowEnd: "2027-06-30",
    valueMinCents: 1,
    valueMaxCents: 2,
    theme: region().region.missionThemes[0]!.slug,
  });
  await by.needs.publish({ id, version: 1 });
  return `bundel-${id}`;
}

test("releases are served oldest first in a package that the standard's schema takes", async () => {
  const ocids = [await published("Eerste pomp"), await published("Tweede pomp")];
  const answer = await releasesAnswer(request("releases"));
  expect(answer.status).toBe(200);
  const body: Json = await answer.json();
  expect(problemsOfPackage(body)).toEqual([]);
  expect(body.releases.map(({ ocid }: Json) => ocid)).toEqual(ocids);
  expect(body.publishedDate).toBe(body.releases[1].date);
  expect(body.extensions).toEqual([
    expect.stringMatching(/^http.*\/api\/v1\/ocds\/extension\/extension\.json$/),
  ]);
});

test("a record has the releases of one process and what they come to, each valid", async () => {
  const ocid = await published("Derde pomp");
  const { records } = await read(recordAnswer(request(`records/${ocid}`), ocid));
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({ ocid, compiledRelease: { ocid, tag: ["compiled"] } });
  for (const release of [...records[0].releases, records[0].compiledRelease])
    expect(problemsOfRelease(release)).toEqual([]);
  const all = await read(recordsAnswer(request("records")));
  expect(all.records.at(-1)).toEqual(records[0]);
});

test("pages link to each other, hold no more than was asked, and together hold everything once", async () => {
  await published("Vierde pomp");
  const everything = await read(releasesAnswer(request("releases")));
  const found: Json[] = [];
  let path: string | undefined = "releases?pageSize=1";
  while (path) {
    const answer = await releasesAnswer(request(path));
    found.push(...((await answer.json()) as Json).releases);
    path = /<\/api\/v1\/ocds\/([^>]*)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
  }
  expect(found).toEqual(everything.releases);
});

test("the same package is not sent twice, and a question that is not right is told so", async () => {
  const first = await releasesAnswer(request("releases"));
  const headers = { "if-none-match": first.headers.get("etag")! };
  expect((await releasesAnswer(request("releases", { headers }))).status).toBe(304);
  expect((await releasesAnswer(request("releases?pageSize=0"))).status).toBe(400);
  expect((await recordsAnswer(request("records?page=x"))).status).toBe(400);
  for (const ocid of ["bundel-none", "x\u0000y", "%"])
    expect((await recordAnswer(request("records/x"), ocid)).status).toBe(404);
});

test("the extension says of each field that the releases have beyond the standard what it is", async () => {
  const ocid = await published("Vijfde pomp");
  const { records } = await read(recordAnswer(request(`records/${ocid}`), ocid));
  const schema: Json = await extensionAnswer(
    request("extension/release-schema.json"),
    "release-schema.json",
  ).json();
  const told = Object.keys(schema.definitions.Planning.properties.need.properties);
  expect(told.sort()).toEqual(Object.keys(records[0].releases[0].planning.need).sort());
  const about: Json = await extensionAnswer(request("extension/extension.json"), "extension.json").json();
  expect(about.schemas).toEqual(["release-schema.json"]);
  expect(extensionAnswer(request("extension/x"), "../secret").status).toBe(404);
});
