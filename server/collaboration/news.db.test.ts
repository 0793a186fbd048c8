import { expect, test } from "vitest";
import { asVisitor, someone } from "@/tests/factories/people";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";

const theme = region().region.missionThemes[0]!.slug;

test("a view marks what others changed since one last looked there: not one's own acts, and nothing for a visitor", async () => {
  const [buyer, company] = [await someone("ministry", "buyer"), await someone("company", "entrepreneur")];
  const [ofBuyer, ofCompany] = [createCaller(buyer), createCaller(company)];
  const { id } = await ofBuyer.needs.create({
    title: "Merken op de roadmap",
    language: "nl",
    certainty: "idea",
    visibility: "public",
    windowStart: "2031-07-01",
    windowEnd: "2031-12-31",
    valueMinCents: 100,
    valueMaxCents: 300,
    theme,
  });
  await ofBuyer.needs.publish({ id, version: 1 });
  const asked = { place: "roadmap" as const, subjects: [{ kind: "need" as const, id }] };

  const first = (await ofCompany.collaboration.newsAt(asked))!;
  expect([first.at, first.changed]).toEqual([null, []]);
  for (const api of [ofBuyer, ofCompany]) await api.collaboration.look({ at: "roadmap", seq: first.head });

  await ofBuyer.needs.setCertainty({ id, version: 2, certainty: "budgeted" });
  const then = (await ofCompany.collaboration.newsAt(asked))!;
  expect(then.changed).toEqual([`need:${id}`]);
  expect((await ofBuyer.collaboration.newsAt(asked))!.changed).toEqual([]);
  expect(await createCaller(asVisitor()).collaboration.newsAt(asked)).toBeNull();

  await ofCompany.collaboration.look({ at: "roadmap", seq: then.head });
  expect((await ofCompany.collaboration.newsAt(asked))!.changed).toEqual([]);
});
