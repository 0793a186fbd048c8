import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { challenges } from "@/db/schema/challenges";
import { createNeed, publishNeed } from "@/server/needs/commands";
import { listEcosystems } from "@/server/regions/queries";
import { region } from "@/server/regions/region";
import { createCaller } from "@/server/trpc/root";
import { as, person, someone } from "./people";

export type Someone = Awaited<ReturnType<typeof someone>>;
export const api = (who: Someone) => createCaller(who);

const answer = { how: "Fewer nights without help", forWhom: "Older tenants", measuredBy: "Minutes to help" };

/** All that a challenge needs to be proposed. */
export const completeChallenge = (given: { needId: string | null; deadline?: Date }) => ({
  title: "Notice a fall without a camera",
  description: "Find a way that tenants like.",
  language: "en" as const,
  needId: given.needId,
  theme: region().region.missionThemes[0]!.slug,
  ecosystem: listEcosystems()[0]!.slug,
  elements: ["demand" as const, "networks" as const],
  missionTest: { safe: answer, better: answer, just: answer },
  parties: ["A school", "A housing association"],
  procedure: "open-call" as const,
  criteria: [
    { key: "impact", name: "Impact", weight: 60 },
    { key: "price", name: "Price", weight: 40 },
  ],
  budgetCents: 5_000_000,
  contact: "desk@client.example",
  deadline: (given.deadline ?? new Date(Date.now() + 3_600_000)).toISOString(),
});

export type Cast = Awaited<ReturnType<typeof castOf>>;

/** A client with a published need, a curator, two companies, two reviewers, and who has nothing to do with it. */
export async function castOf() {
  const client = await someone("municipality", "buyer");
  const need = await createNeed(client, {
    title: "Fall alarms in old flats",
    description: "",
    language: "en",
    reference: null,
    windowStart: "2027-01-01",
    windowEnd: "2027-03-31",
    windowPrecision: "quarter",
    slackEarlier: 0,
    slackLater: 0,
    valueMinCents: 100,
    valueMaxCents: 200,
    certainty: "budgeted",
    cpv: null,
    theme: region().region.missionThemes[0]!.slug,
    ecosystems: [],
    place: "",
    procedure: "unknown",
    skills: [],
    questions: [],
    visibility: "public",
    invited: [],
    contact: "",
  });
  await publishNeed(client, need);
  return {
    client,
    needId: need.id,
    curator: await someone("cluster-organisation", "curator"),
    company: await someone("company", "entrepreneur"),
    rival: await someone("company", "entrepreneur"),
    reviewers: [await someone("education", "reviewer"), await someone("research", "reviewer")] as const,
    stranger: await someone("ngo", "buyer"),
    administrator: await administrator(),
  };
}

async function administrator(): Promise<Someone> {
  const { organisation } = await someone("ministry", "buyer", "manager", "curator", "reviewer");
  const actor = await person(organisation, ["buyer", "manager", "curator", "reviewer"], {
    isAdministrator: true,
  });
  return { ...as(actor), actor, organisation };
}

/** Proposed by its client, found good by the curator. */
export async function acceptedChallenge(cast: Cast, given: { deadline?: Date } = {}) {
  const made = await api(cast.client).challenges.create(completeChallenge({ needId: cast.needId, ...given }));
  const proposed = await api(cast.client).challenges.propose(made);
  return api(cast.curator).challenges.accept({ ...proposed, reason: "It serves the mission well." });
}

export const openedChallenge = async (cast: Cast, given: { deadline?: Date } = {}) =>
  api(cast.client).challenges.open(await acceptedChallenge(cast, given));

/** A response of the company, handed in. */
export async function submittedResponse(who: Someone, challengeId: string, title = "A floor that feels") {
  const draft = responseDraft(challengeId);
  const saved = await api(who).responses.save({ ...draft, title, body: `The secret of ${title}` });
  return api(who).responses.submit(saved);
}

/** Lets the deadline pass, as time would. */
export async function passDeadline(challengeId: string): Promise<void> {
  await database()
    .update(challenges)
    .set({ deadline: new Date(Date.now() - 1_000) })
    .where(eq(challenges.id, challengeId));
}

/** Two companies responded, two reviewers are free, the review has started. */
export async function challengeUnderReview(cast: Cast) {
  const { id, version } = await openedChallenge(cast);
  const first = await submittedResponse(cast.company, id);
  const second = await submittedResponse(cast.rival, id, "A box that hears");
  for (const reviewer of cast.reviewers) {
    await api(cast.client).challenges.assignReviewer({ id, personId: reviewer.actor.personId });
    await api(reviewer).challenges.declareConflict({ id, conflict: "none" });
  }
  await passDeadline(id);
  const started = await api(cast.client).challenges.startReview({ id, version });
  return { id, version: started.version, responses: [first.id, second.id] as const };
}

export const scores = (impact: number | null, price: number | null) => [
  { criterion: "impact", score: impact, reason: "Tried in forty homes" },
  { criterion: "price", score: price, reason: "Within the budget" },
];

export const review = (who: Someone, responseId: string, given = scores(4, 3)) =>
  api(who).responses.saveReview({ responseId, scores: given, submit: true });

export const verdict = (responseId: string, isSelected: boolean) => ({
  responseId,
  isSelected,
  reasons: { impact: "Helps most tenants soonest.", price: "The price per home is clear." },
});

/** What a company writes first, and again on a version it has seen. */
export const responseDraft = (challengeId: string, version: number | null = null) => ({
  challengeId,
  version,
  title: "A floor that feels",
  body: "The secret of the floor",
  language: "en" as const,
  priceCents: 4_000_000,
});
