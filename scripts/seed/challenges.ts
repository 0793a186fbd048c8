import type { Demo } from "@/db/regions/demo-schema";
import { createCaller } from "@/server/trpc/root";
import { euro, type Made } from "./made";
import type { Cast } from "./people";

type Challenge = Demo["challenges"][number];
type SetDeadline = (id: string, deadline: Date) => Promise<void>;

const REVIEWERS = ["reviewer-1", "reviewer-2"];
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
/** Far enough ahead that acting it out is done in time; then the deadline goes where the data say. */
const whileActing = () => inDays(1);

/** Challenges in every state, with their responses, reviews and selection. */
export async function seedChallenges(
  cast: Cast,
  demo: Demo,
  made: Made,
  setDeadline: SetDeadline,
): Promise<void> {
  for (const it of demo.challenges) {
    const id = await propose(cast, demo, made, it);
    made.challenges.set(it.slug, id);
    if (["open", "under-review", "decided"].includes(it.state))
      await run(cast, demo, made, it, id, setDeadline);
  }
}

async function propose(cast: Cast, demo: Demo, made: Made, it: Challenge): Promise<string> {
  const client = createCaller(cast.playing(it.client, "buyer"));
  const curator = createCaller(cast.persona("curator"));
  const past = it.deadlineInDays <= 0;
  const { id, version } = await client.challenges.create({
    title: it.title,
    description: it.description,
    language: it.language,
    needId: it.need ? made.needs.get(it.need)! : null,
    programmeId: it.programme ? made.programmes.get(it.programme)! : null,
    theme: it.theme,
    ecosystem: it.ecosystem,
    elements: it.elements,
    missionTest: it.missionTest,
    parties: (it.parties.length >= 2 ? it.parties : [...it.parties, it.client]).map(
      (slug) => demo.organisations.find((one) => one.slug === slug)?.name ?? slug,
    ),
    procedure: it.procedure,
    criteria: it.criteria.map(({ name, weight }, index) => ({ key: `c${index + 1}`, name, weight })),
    budgetCents: euro(it.budgetEuro),
    contact: "",
    deadline: (past ? whileActing() : inDays(it.deadlineInDays)).toISOString(),
  });
  if (it.state === "draft") return id;
  const proposed = await client.challenges.propose({ id, version });
  if (it.state === "proposed") return id;
  if (it.state === "returned") {
    await curator.challenges.return({ id, version: proposed.version, reason: it.returnedReason! });
    return id;
  }
  const reason = "De toets is ingevuld voor alle drie de vragen, en wat wordt gemeten is na te gaan.";
  const accepted = await curator.challenges.accept({ id, version: proposed.version, reason });
  if (it.state === "accepted") return id;
  await client.challenges.open({ id, version: accepted.version });
  return id;
}

async function run(cast: Cast, demo: Demo, made: Made, it: Challenge, id: string, setDeadline: SetDeadline) {
  const entries = demo.responses.filter(({ challenge }) => challenge === it.slug);
  for (const [index, entry] of entries.entries()) {
    const company = createCaller(cast.by(entry.company));
    const saved = await company.responses.save({
      challengeId: id,
      title: entry.title,
      body: entry.body,
      language: it.language,
      priceCents: euro(entry.priceEuro),
    });
    made.responses.set(entry.slug, saved.id);
    // In the open ones: one draft, one handed in, one taken back.
    if (it.state === "open" && index > 0 && it.deadlineInDays < 30) continue;
    const submitted = await company.responses.submit(saved);
    if (it.state === "open" && index > 0) await company.responses.withdraw(submitted);
  }
  const client = createCaller(cast.by(it.client));
  for (const reviewer of REVIEWERS) {
    await client.challenges.assignReviewer({ id, personId: cast.persona(reviewer).actor.personId });
    if (it.state !== "open")
      await createCaller(cast.persona(reviewer)).challenges.declareConflict({ id, conflict: "none" });
  }
  if (it.state === "open") return;
  await setDeadline(id, inDays(it.deadlineInDays));
  const { version } = await client.challenges.byId({ id });
  await client.challenges.startReview({ id, version });
  if (it.state === "decided") await decide(cast, made, it, id, entries);
}

async function decide(cast: Cast, made: Made, it: Challenge, id: string, entries: Demo["responses"]) {
  const client = createCaller(cast.by(it.client));
  const keys = it.criteria.map((_, index) => `c${index + 1}`);
  const ids = entries.map(({ slug }) => made.responses.get(slug)!);
  for (const [nth, reviewer] of REVIEWERS.entries())
    for (const [rank, responseId] of ids.entries())
      await createCaller(cast.persona(reviewer)).responses.saveReview({
        responseId,
        submit: true,
        scores: keys.map((criterion, index) => ({
          criterion,
          score: Math.max(2, 5 - rank - ((index + nth) % 2)),
          reason: it.decision!.reasons,
        })),
      });
  const { version } = await client.challenges.byId({ id });
  await client.responses.select({
    challengeId: id,
    version,
    verdicts: entries.map(({ slug }) => ({
      responseId: made.responses.get(slug)!,
      isSelected: it.decision!.selected.includes(slug),
      reasons: Object.fromEntries(keys.map((key) => [key, it.decision!.reasons])),
    })),
  });
}
