import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import type { ElementSlug } from "@/db/enums";
import { follows } from "@/db/schema/events";
import { interventions } from "@/db/schema/interventions";
import { castOf, openedChallenge } from "@/tests/factories/challenges";
import { judged } from "@/tests/factories/diagnosis";
import { asVisitor, someone } from "@/tests/factories/people";
import { bridge, code, plan, programme, who } from "@/tests/factories/programmes";
import { recordEvent } from "../core/events";
import { listEcosystems } from "../regions/queries";
import { createCaller } from "../trpc/root";
import { listFollowed } from "./queries/history";

const [here, elsewhere] = listEcosystems().map(({ slug }) => slug) as [string, string];
const cellOf = (element: ElementSlug, ecosystem = here) =>
  ({ kind: "cell", id: `${ecosystem}/${element}` }) as const;
const ecosystem = (id = here) => ({ kind: "ecosystem", id }) as const;

type Reader = Awaited<ReturnType<typeof who>>;
const follower = async (...places: Parameters<Reader["api"]["collaboration"]["follow"]>[0][]) => {
  const reader = await who("company", "entrepreneur");
  for (const place of places) await reader.api.collaboration.follow(place);
  return reader;
};
/** What someone hears, oldest first. */
const heardBy = async (reader: Reader) =>
  (await listFollowed(reader, { me: reader.actor.personId, after: 0, limit: 100 }))
    .map(({ verb, title }) => `${verb}: ${title}`)
    .reverse();

const plannedIn = async (element: ElementSlug) => {
  const owner = await someone("cluster-organisation", "curator");
  const [row] = await database()
    .insert(interventions)
    .values({
      title: "Proeftuin",
      description: "",
      language: "nl",
      instrument: "x",
      ecosystem: here,
      element,
      ownerId: owner.organisation.id,
      budgetCents: 100,
      startsOn: "2027-01-01",
      endsOn: "2028-01-01",
      target: { indicator: "x", unit: "x", baseline: 1, goal: 2, reviewOn: "2028-01-01" },
      createdBy: owner.actor.personId,
    })
    .returning();
  await database().transaction((tx) =>
    recordEvent(tx, owner, {
      verb: "intervention.planned",
      subject: { kind: "intervention", id: row!.id },
    }),
  );
};

describe("who follows an ecosystem or a cell", () => {
  let ofEcosystem: Reader;
  let ofCell: Reader;
  let ofAnother: Reader;
  beforeAll(async () => {
    ofEcosystem = await follower(ecosystem());
    ofCell = await follower(cellOf("networks"));
    ofAnother = await follower(ecosystem(elsewhere), cellOf("networks", elsewhere), cellOf("talent"));
  });

  test("hears what others do to needs, programmes and interventions in it, as far as all may see them", async () => {
    const [buyer, lead] = [await who("ministry", "buyer"), await who("cluster-organisation", "curator")];
    const open = await buyer.api.needs.create({
      ...bridge,
      title: "Open behoefte",
      visibility: "public",
      ecosystems: [here],
    });
    await buyer.api.needs.publish({ id: open.id, version: 1 });
    const inside = await buyer.api.needs.create({
      ...bridge,
      title: "Voor ons alleen",
      visibility: "organisation",
      ecosystems: [here],
    });
    await buyer.api.needs.publish({ id: inside.id, version: 1 });
    await buyer.api.needs.create({
      ...bridge,
      title: "Nog een concept",
      visibility: "public",
      ecosystems: [here],
    });
    const { id } = await lead.api.programmes.create({
      ...plan,
      title: "Samen",
      ecosystems: [here],
      elements: ["demand"],
    });
    await lead.api.programmes.publish({ id, version: 1 });
    await plannedIn("networks");
    await buyer.api.collaboration.postComment({
      on: { kind: "need", id: open.id },
      audience: "all",
      text: "Zo gezegd.",
    });
    expect(await heardBy(ofEcosystem)).toEqual([
      "need.published: Open behoefte",
      "programme.published: Samen",
      "intervention.planned: Proeftuin",
    ]);
    expect(await heardBy(ofCell)).toEqual(["intervention.planned: Proeftuin"]);
    expect(await heardBy(ofAnother)).toEqual([]);
  });

  test("hears of a challenge in it, or that asks for its element", async () => {
    const [whole, element, other] = [
      await follower(ecosystem()),
      await follower(cellOf("networks")),
      await follower(cellOf("talent")),
    ];
    await openedChallenge(await castOf());
    const opened = "challenge.opened: Notice a fall without a camera";
    expect(await heardBy(whole)).toContain(opened);
    expect(await heardBy(element)).toContain(opened);
    expect(await heardBy(other)).toEqual([]);
  });

  test("hears once of what is followed in two ways, and nothing from before, of one's own, or after it ended", async () => {
    const buyer = await who("ministry", "buyer");
    const { id } = await buyer.api.needs.create({ ...bridge, visibility: "public", ecosystems: [here] });
    const { version } = await buyer.api.needs.publish({ id, version: 1 });
    const both = await follower(ecosystem(), cellOf("networks"), { kind: "need", id });
    await buyer.api.collaboration.follow(ecosystem());
    expect(await heardBy(both)).toEqual([]);
    await buyer.api.needs.setCertainty({ id, version, certainty: "idea" });
    expect(await heardBy(both)).toHaveLength(1);
    expect(await heardBy(buyer)).toEqual([]);
    expect(await both.api.collaboration.following(ecosystem())).toBe(true);
    await both.api.collaboration.unfollow(ecosystem());
    await both.api.collaboration.unfollow({ kind: "need", id });
    expect(await both.api.collaboration.following(ecosystem())).toBe(false);
    expect(await heardBy(both)).toEqual([]);
  });

  test("hears of a new diagnosis when it rates the place, not when it takes the rating over", async () => {
    const [ofRated, ofOther] = [await follower(cellOf("talent")), await follower(cellOf("finance"))];
    const whole = await follower(ecosystem());
    const { api } = await who("cluster-organisation", "curator", "analyst");
    const round = await api.ecosystem.createRound({ title: "Ronde", heldOn: "2026-05-01" });
    const { version } = await api.ecosystem.rateCell({
      ...round,
      ecosystem: here,
      element: "talent",
      rating: "not-assessed",
      basis: "judged",
      language: "nl",
      ground: "Nog niet bekend.",
      evidence: "",
      measurement: null,
    });
    expect(await heardBy(ofRated)).toEqual([]);
    await api.ecosystem.rateCell(judged({ id: round.id, version }));
    await api.ecosystem.publishRound({ id: round.id, version: version + 1 });
    const published = expect.stringMatching(/^diagnosis\.published/);
    expect(await heardBy(ofRated)).toContainEqual(published);
    expect(await heardBy(whole)).toContainEqual(published);
    expect(await heardBy(ofOther)).toEqual([]);
  });
});

test("only a person follows, and only what the region has", async () => {
  const reader = await who("company");
  const { follow, following } = reader.api.collaboration;
  expect(await code(createCaller(asVisitor()).collaboration.follow(ecosystem()))).toBe("signIn");
  expect(await createCaller(asVisitor()).collaboration.following(ecosystem())).toBeNull();
  expect(await code(follow(ecosystem("nowhere")))).toBe("notFound");
  expect(await code(follow({ kind: "cell", id: "nowhere/talent" }))).toBe("notFound");
  expect(await code(follow({ kind: "cell", id: `${here}/luck` }))).toBe("BAD_REQUEST");
  expect(await code(follow({ kind: "need", id: here }))).toBe("BAD_REQUEST");
  expect(await following(ecosystem("nowhere"))).toBe(false);
});

test("an object is the same, however its id is spelled", async () => {
  const { id } = await programme();
  const { follow, following, unfollow } = (await who("company")).api.collaboration;
  const [spelled, loud] = [id, id.toUpperCase()].map((one) => ({ kind: "programme" as const, id: one }));
  await follow(loud!);
  expect(await following(spelled!)).toBe(true);
  expect(await following(loud!)).toBe(true);
  await unfollow(loud!);
  expect(await following(spelled!)).toBe(false);
});

test("the database keeps no follow of what cannot be", async () => {
  const { actor } = await someone("company");
  const keep = (subjectKind: "ecosystem" | "cell" | "need", subjectId: string) =>
    database().insert(follows).values({ personId: actor.personId, subjectKind, subjectId });
  for (const [kind, id] of [
    ["need", here],
    ["ecosystem", `${here}/talent`],
    ["cell", here],
  ] as const)
    await expect(keep(kind, id)).rejects.toMatchObject({ cause: { constraint_name: "follows_subject" } });
});
