import { eq } from "drizzle-orm";
import type { Demo } from "@/db/regions/demo-schema";
import { challenges } from "@/db/schema/challenges";
import type { Context } from "@/server/core/context";
import { createCaller } from "@/server/trpc/root";
import { seedChallenges } from "./challenges";
import { seedFunding } from "./funding";
import { euro, type Made } from "./made";
import { type Cast, seedPeople } from "./people";

/** Acts out the invented data through the same commands that people use, so that no state is illegal. */
export async function seedDemonstration(db: Context["db"], demo: Demo): Promise<void> {
  const cast = await seedPeople(db, demo);
  const made: Made = {
    needs: new Map(),
    programmes: new Map(),
    interventions: new Map(),
    challenges: new Map(),
    responses: new Map(),
  };
  await seedInterventions(cast, demo, made);
  await seedNeeds(cast, demo, made);
  await seedProgrammes(cast, demo, made);
  await seedChallenges(cast, demo, made, setDeadline(db));
  await seedFunding(db, cast, demo, made);
}

/** The only thing that is not acted out: time. A deadline that lies in the past is moved there. */
const setDeadline = (db: Context["db"]) => async (id: string, deadline: Date) => {
  await db.update(challenges).set({ deadline }).where(eq(challenges.id, id));
};

async function seedInterventions(cast: Cast, demo: Demo, made: Made): Promise<void> {
  for (const it of demo.interventions) {
    const owner = createCaller(curatorOf(cast, it.owner));
    let { id, version } = await owner.interventions.plan({
      title: it.title,
      description: it.description,
      language: "nl",
      instrument: it.instrument,
      ecosystem: it.ecosystem,
      element: it.element,
      partners: it.partners.map(cast.organisationId),
      budgetCents: euro(it.budgetEuro),
      startsOn: it.startsOn,
      endsOn: it.endsOn,
      target: { ...it.target, unit: "" },
    });
    made.interventions.set(it.slug, id);
    if (it.state === "running" || it.state === "completed")
      ({ version } = await owner.interventions.start({ id, version }));
    if (it.state === "completed") await owner.interventions.complete({ id, version, result: it.result! });
    if (it.state === "stopped") await owner.interventions.stop({ id, version, reason: it.reason! });
  }
}

/** Whoever owns an intervention or leads a programme does so with a curator. */
function curatorOf(cast: Cast, organisation: string): Context {
  const own = cast.by(organisation);
  const home = own.actor.organisation!;
  return { ...own, actor: { ...own.actor, organisation: { ...home, roles: [...home.roles, "curator"] } } };
}

async function seedNeeds(cast: Cast, demo: Demo, made: Made): Promise<void> {
  for (const it of demo.needs) {
    const buyer = createCaller(cast.by(it.buyer));
    const windows = [...it.moved, it];
    const first = windows[0]!;
    const { id, version } = await buyer.needs.create({
      title: it.title,
      description: it.description,
      language: it.language,
      reference: it.slug,
      windowStart: first.windowStart,
      windowEnd: first.windowEnd,
      windowPrecision: it.windowPrecision,
      slackEarlier: it.slackEarlier,
      slackLater: it.slackLater,
      valueMinCents: euro(it.valueMinEuro),
      valueMaxCents: euro(it.valueMaxEuro),
      certainty: it.certainty,
      cpv: it.cpv,
      theme: it.theme,
      ecosystems: it.ecosystems,
      place: it.place,
      procedure: it.procedure,
      skills: it.skills,
      questions: it.questions,
      visibility: it.visibility,
      invited:
        it.visibility === "invited" ? demo.programmes.map(({ lead }) => cast.organisationId(lead)) : [],
      contact: it.contact,
    });
    let seen = await buyer.needs.publish({ id, version });
    for (const [index, { reason }] of it.moved.entries()) {
      const { windowStart, windowEnd } = windows[index + 1]!;
      seen = await buyer.needs.move({ ...seen, windowStart, windowEnd, reason });
    }
    made.needs.set(it.slug, id);
  }
}

async function seedProgrammes(cast: Cast, demo: Demo, made: Made): Promise<void> {
  for (const it of demo.programmes) {
    const lead = createCaller(curatorOf(cast, it.lead));
    const { id, version } = await lead.programmes.create({
      title: it.title,
      description: it.description,
      language: it.language,
      theme: it.theme,
      programmeTheme: it.programmeTheme,
      ecosystems: it.ecosystems,
      elements: it.elements,
    });
    made.programmes.set(it.slug, id);
    if (it.state === "published") await lead.programmes.publish({ id, version });
    for (const slug of it.interventions)
      await lead.programmes.linkIntervention({
        programmeId: id,
        interventionId: made.interventions.get(slug)!,
      });
    for (const link of it.needs) await seedConsent(cast, demo, made, id, lead, link);
  }
  for (const it of demo.pledges) {
    const capital = it.kind === "capital";
    await createCaller(cast.by(it.organisation)).programmes.pledge({
      programmeId: made.programmes.get(it.programme)!,
      kind: it.kind,
      title: it.title,
      description: it.description,
      language: it.language,
      amountCents: capital ? euro(it.quantity ?? 0) : null,
      quantity: capital || it.quantity === null ? null : Math.round(it.quantity),
      unit: capital ? null : it.unit,
      topics: it.topics,
      yearFrom: Number(it.from.slice(0, 4)),
      yearTo: Number(it.until.slice(0, 4)),
    });
  }
}

async function seedConsent(
  cast: Cast,
  demo: Demo,
  made: Made,
  programmeId: string,
  lead: ReturnType<typeof createCaller>,
  link: Demo["programmes"][number]["needs"][number],
): Promise<void> {
  const need = demo.needs.find(({ slug }) => slug === link.need)!;
  // A need that only its own organisation sees cannot be asked by another.
  if (need.visibility === "organisation") return;
  const asked = { programmeId, needId: made.needs.get(link.need)! };
  const { version } = await lead.programmes.proposeNeed(asked);
  const buyer = createCaller(cast.by(need.buyer));
  if (link.state === "refused") await buyer.programmes.refuse({ ...asked, version, reason: link.reason });
  if (link.state === "consented" || link.state === "fixed") {
    const consented = await buyer.programmes.consent({ ...asked, version });
    if (link.state === "fixed") await lead.programmes.fix({ ...asked, version: consented.version });
  }
}
