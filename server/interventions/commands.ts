import { asc, eq, inArray } from "drizzle-orm";
import { v7 } from "uuid";
import { interventionPartners, interventions } from "@/db/schema/interventions";
import { organisations } from "@/db/schema/organisations";
import { actingFor, personId } from "../core/actor";
import { authorize, refuseStale, transition } from "../core/command";
import type { Context, Transaction } from "../core/context";
import { brokenRule, found } from "../core/errors";
import { changesOf, recordEvent } from "../core/events";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import type { Change, Complete, Plan, Step, Stop } from "./input";
import { type InterventionAction, interventionLifecycle } from "./lifecycle";
import { interventionPolicy } from "./policy";

type Row = typeof interventions.$inferSelect;
/** What the log keeps of one: partners by the name they had then. */
type Recorded = Row & { partners: string[] };

const FIELDS = [
  "title",
  "description",
  "instrument",
  "ecosystem",
  "element",
  "budgetCents",
  "startsOn",
  "endsOn",
  "target",
  "status",
  "stopReason",
  "result",
  "partners",
] as const;

/** Plans an instrument on an element of an ecosystem, owned by the organisation acted for. */
export async function planIntervention(ctx: Context, input: Plan) {
  authorize(ctx.actor, interventionPolicy, "plan", { status: "planned", ownerId: "" });
  refuseMisfit(input);
  return ctx.db.transaction(async (tx) => {
    const { partners, ...fields } = input;
    const id = v7();
    await tx
      .insert(interventions)
      .values({ id, ...fields, ownerId: actingFor(ctx.actor)!.id, createdBy: personId(ctx.actor)! });
    const names = await setPartners(tx, id, partners);
    await recordEvent(tx, ctx, {
      verb: "intervention.planned",
      subject: { kind: "intervention", id },
      changes: changesOf<Recorded>({}, { ...fields, partners: names }, FIELDS),
    });
    return { id, version: 1 };
  });
}

/** Changes a planned or running intervention. */
export async function changeIntervention(ctx: Context, input: Change) {
  refuseMisfit(input);
  const { id, version, partners, ...fields } = input;
  return step(ctx, { id, version }, "change", fields, partners);
}

export const startIntervention = (ctx: Context, input: Step) => step(ctx, input, "start", {});

/** Closes with what was measured. */
export const completeIntervention = (ctx: Context, { result, ...input }: Complete) =>
  step(ctx, input, "complete", { result });

/** Ends before it was done, with the reason. */
export const stopIntervention = (ctx: Context, { reason, ...input }: Stop) =>
  step(ctx, input, "stop", { stopReason: reason });

const VERBS: Record<InterventionAction, string> = {
  change: "intervention.changed",
  start: "intervention.started",
  complete: "intervention.completed",
  stop: "intervention.stopped",
};

async function step(
  ctx: Context,
  { id, version }: Step,
  action: InterventionAction,
  change: Partial<Row>,
  partners?: string[],
) {
  return ctx.db.transaction(async (tx) => {
    const before = found(
      (await tx.select().from(interventions).where(eq(interventions.id, id)).for("update"))[0],
    );
    authorize(ctx.actor, interventionPolicy, action, before);
    const status = transition(interventionLifecycle, before.status, action);
    const partnersBefore = await partnersOf(tx, id);
    const asInForm = { ...before, partners: partnersBefore.map((partner) => partner.id) };
    refuseStale(asInForm, version);
    const after = { ...change, status };
    await tx
      .update(interventions)
      .set({ ...after, version: version + 1 })
      .where(eq(interventions.id, id));
    const namesBefore = partnersBefore.map(({ name }) => name);
    const names = partners ? await setPartners(tx, id, partners) : namesBefore;
    await recordEvent(tx, ctx, {
      verb: VERBS[action],
      subject: { kind: "intervention", id },
      changes: changesOf<Recorded>(
        { ...before, partners: namesBefore },
        { ...before, ...after, partners: names },
        FIELDS,
      ),
    });
    return { id, version: version + 1 };
  });
}

/** The instrument must exist and be meant for the element; the ecosystem must be one of the region's. */
function refuseMisfit({ instrument, ecosystem, element }: Plan): void {
  const known = region().instruments.find(({ slug }) => slug === instrument);
  if (!known) throw brokenRule("interventions.unknownInstrument");
  if (!known.elements.includes(element)) throw brokenRule("interventions.instrumentForOtherElement");
  if (!listEcosystems().some(({ slug }) => slug === ecosystem))
    throw brokenRule("interventions.unknownEcosystem");
}

/** Replaces the partners; gives their names. @throws DomainError "rule" for one that does not exist or owns it. */
async function setPartners(tx: Transaction, interventionId: string, partners: string[]): Promise<string[]> {
  const wanted = [...new Set(partners)];
  const [known, [row]] = await Promise.all([
    tx.select({ id: organisations.id }).from(organisations).where(inArray(organisations.id, wanted)),
    tx.select().from(interventions).where(eq(interventions.id, interventionId)),
  ]);
  if (known.length < wanted.length) throw brokenRule("interventions.unknownPartner");
  if (wanted.includes(row!.ownerId)) throw brokenRule("interventions.ownerIsPartner");
  await tx.delete(interventionPartners).where(eq(interventionPartners.interventionId, interventionId));
  if (wanted.length > 0)
    await tx
      .insert(interventionPartners)
      .values(wanted.map((organisationId) => ({ interventionId, organisationId })));
  return (await partnersOf(tx, interventionId)).map(({ name }) => name);
}

function partnersOf(tx: Transaction, interventionId: string) {
  return tx
    .select({ id: organisations.id, name: organisations.name })
    .from(interventionPartners)
    .innerJoin(organisations, eq(organisations.id, interventionPartners.organisationId))
    .where(eq(interventionPartners.interventionId, interventionId))
    .orderBy(asc(organisations.name), asc(organisations.id));
}
