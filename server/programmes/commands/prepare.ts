import { eq } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import { programmeInterventions } from "@/db/schema/programmes";
import { authorize, refuseIncomplete } from "../../core/command";
import type { Context } from "../../core/context";
import { brokenRule, found } from "../../core/errors";
import { recordEvent } from "../../core/events";
import { listEcosystems } from "../../regions/queries";
import { region } from "../../regions/region";
import type {
  ChangeProgramme,
  CloseProgramme,
  CreateProgramme,
  LinkIntervention,
  ProgrammeStep,
} from "../input";
import { missingForPublication } from "../lifecycle";
import { NEW_PROGRAMME, programmePolicy } from "../policy";
import { act, draftProgramme, lockProgramme } from "./act";
import { askForNeeds } from "./ask";

/** Opens a programme in draft, led by the organisation acted for. */
export async function createProgramme(ctx: Context, input: CreateProgramme) {
  authorize(ctx.actor, programmePolicy, "create", NEW_PROGRAMME);
  refuseUnknown(input);
  return ctx.db.transaction((tx) => draftProgramme(tx, ctx, input));
}

/** Opens a programme in draft and asks for these needs, all or nothing. */
export async function createProgrammeWithNeeds(ctx: Context, input: CreateProgramme, needIds: string[]) {
  authorize(ctx.actor, programmePolicy, "create", NEW_PROGRAMME);
  refuseUnknown(input);
  return ctx.db.transaction(async (tx) => {
    const programme = await draftProgramme(tx, ctx, input);
    await askForNeeds(tx, ctx, programme.id, needIds);
    return programme;
  });
}

export async function changeProgramme(ctx: Context, { id, version, ...fields }: ChangeProgramme) {
  refuseUnknown(fields);
  return act(ctx, { id, version }, "change", (before) => {
    if (before.status === "published") refuseIncomplete(missingForPublication(fields));
    return fields;
  });
}

export const publishProgramme = (ctx: Context, input: ProgrammeStep) =>
  act(ctx, input, "publish", (before) => {
    refuseIncomplete(missingForPublication(before));
    return { publishedAt: ctx.now };
  });

export const closeProgramme = (ctx: Context, { reason, ...input }: CloseProgramme) =>
  act(ctx, input, "close", () => ({ closeReason: reason }));

/** Links an intervention that the programme carries out. */
export async function linkIntervention(ctx: Context, input: LinkIntervention) {
  return ctx.db.transaction(async (tx) => {
    const programme = await lockProgramme(tx, ctx, input.programmeId);
    authorize(ctx.actor, programmePolicy, "change", programme);
    found((await tx.select().from(interventions).where(eq(interventions.id, input.interventionId)))[0]);
    await tx.insert(programmeInterventions).values(input).onConflictDoNothing();
    await recordEvent(tx, ctx, {
      verb: "programme.interventionLinked",
      subject: { kind: "programme", id: programme.id },
      changes: { intervention: { to: input.interventionId } },
      topics: [`intervention:${input.interventionId}`],
    });
    return { id: programme.id };
  });
}

function refuseUnknown(input: Pick<CreateProgramme, "theme" | "programmeTheme" | "ecosystems">): void {
  const pack = region();
  const has = (list: readonly { slug: string }[], slug: string) => list.some((one) => one.slug === slug);
  if (input.theme && !has(pack.region.missionThemes, input.theme))
    throw brokenRule("programmes.unknownTheme");
  if (input.programmeTheme && !has(pack.programmeThemes, input.programmeTheme))
    throw brokenRule("programmes.unknownTheme");
  if (input.ecosystems.some((slug) => !has(listEcosystems(), slug)))
    throw brokenRule("programmes.unknownEcosystem");
}
