import { and, eq } from "drizzle-orm";
import type { Demo } from "@/db/regions/demo-schema";
import type { MissionTest } from "@/db/schema/challenges";
import { decisions, fundMandates } from "@/db/schema/funding";
import type { Context } from "@/server/core/context";
import { createCaller } from "@/server/trpc/root";
import { euro, type Made } from "./made";
import type { Cast } from "./people";

/** Funds of the personas' municipality, and applications in every state. */
export async function seedFunding(db: Context["db"], cast: Cast, demo: Demo, made: Made): Promise<void> {
  const officer = createCaller(cast.persona("funding-officer"));
  const approvers = [cast.persona("approver-1"), cast.persona("approver-2")];
  const fundIds = new Map<string, string>();
  for (const it of demo.funds) {
    const { id } = await officer.funding.openFund({
      name: it.name,
      description: it.description,
      language: it.language,
      budgetCents: euro(it.budgetEuro),
      conditions: it.conditions.map(({ text }) => text),
      minimumParties: Math.max(2, it.minimumParties),
    });
    fundIds.set(it.slug, id);
    const highest = Math.max(...it.mandates.map(({ upToEuro }) => upToEuro));
    await db
      .insert(fundMandates)
      .values(
        approvers.map(({ actor }) => ({ fundId: id, personId: actor.personId, limitCents: euro(highest) })),
      );
  }
  for (const it of demo.applications) await seedApplication(db, cast, demo, made, fundIds, it);
}

async function seedApplication(
  db: Context["db"],
  cast: Cast,
  demo: Demo,
  made: Made,
  fundIds: Map<string, string>,
  it: Demo["applications"][number],
): Promise<void> {
  const applicantContext = cast.playing(it.applicant, "entrepreneur");
  const home = applicantContext.actor.organisation!;
  const applicant = createCaller({
    ...applicantContext,
    actor: { ...applicantContext.actor, organisation: { ...home, roles: [...home.roles, "curator"] } },
  });
  const decisionId = it.response ? await selectionOf(db, made.responses.get(it.response)) : null;
  if (it.response && !decisionId) return;
  let { id, version } = await applicant.funding.create({
    fundId: fundIds.get(it.fund)!,
    decisionId,
    interventionId: it.intervention ? made.interventions.get(it.intervention)! : null,
    title: it.title,
    description: it.body,
    language: it.language,
    amountCents: euro(it.requestedEuro),
    cofundingCents: euro(it.coFundingEuro),
    missionTest: missionTestOf(demo, it),
    parties: partiesOf(demo, it),
  });
  if (it.state === "draft") return;
  ({ version } = await applicant.funding.submit({ id, version }));
  if (it.state === "submitted") return;
  if (it.state === "withdrawn") {
    await applicant.funding.withdraw({ id, version });
    return;
  }
  const advice = it.state === "refused" ? "refuse" : "award";
  const assessment = it.reason ?? "De aanvraag is volledig en past bij de voorwaarden van het fonds.";
  const officer = createCaller(cast.persona("funding-officer"));
  ({ version } = await officer.funding.assess({ id, version, advice, assessment }));
  if (it.state === "assessed") return;
  for (const approver of ["approver-1", "approver-2"]) {
    const { decisionId: decided } = await createCaller(cast.persona(approver)).funding.sign({
      id,
      version,
      verdict: advice,
      reason: assessment,
    });
    if (decided) await officer.funding.publishDecision({ id: decided });
  }
}

async function selectionOf(db: Context["db"], responseId: string | undefined): Promise<string | null> {
  if (!responseId) return null;
  const [row] = await db
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.kind, "selection"), eq(decisions.responseId, responseId)));
  return row?.id ?? null;
}

/** The answers of the challenge the money goes to; for an intervention, what it aims at. */
function missionTestOf(demo: Demo, it: Demo["applications"][number]): MissionTest {
  const challenge = demo.challenges.find(({ slug }) => slug === it.challenge);
  if (challenge) return challenge.missionTest;
  const intervention = demo.interventions.find(({ slug }) => slug === it.intervention);
  const answer = {
    how: intervention?.description ?? it.body,
    forWhom: "Ondernemers, werknemers en bewoners van de regio.",
    measuredBy: intervention?.target.indicator ?? it.title,
  };
  return { safe: answer, better: answer, just: answer };
}

/** The applicant, its partners and, for an intervention, who owns it. */
function partiesOf(demo: Demo, it: Demo["applications"][number]): string[] {
  const owner = demo.interventions.find(({ slug }) => slug === it.intervention)?.owner;
  const slugs = new Set([it.applicant, ...it.partners, ...(owner ? [owner] : [])]);
  return demo.organisations.filter(({ slug }) => slugs.has(slug)).map(({ name }) => name);
}
