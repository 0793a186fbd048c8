import { and, eq, ne, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { diagnosisRounds, type Ground, ratings } from "@/db/schema/ecosystem";
import { actingFor, personId } from "../core/actor";
import { authorize, refuseIncomplete, refuseStale, transition } from "../core/command";
import type { Context, Transaction } from "../core/context";
import { brokenRule, found } from "../core/errors";
import { changesOf, recordEvent } from "../core/events";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import type { CreateRound, PublishRound, RateCell } from "./input";
import { missingForPublication, roundLifecycle } from "./lifecycle";
import { roundPolicy } from "./policy";
import { roundsVisibleTo } from "./queries";

/** Opens a new round in draft, with the newest published ratings carried over as its start. */
export async function createRound(ctx: Context, input: CreateRound) {
  authorize(ctx.actor, roundPolicy, "create", { status: "draft", organisationId: null });
  if (input.heldOn > ctx.now.toISOString().slice(0, 10)) throw brokenRule("ecosystem.inTheFuture");
  return ctx.db.transaction(async (tx) => {
    const id = v7();
    await tx.insert(diagnosisRounds).values({
      id,
      slug: `${input.heldOn}-${id.slice(-8)}`,
      ...input,
      organisationId: actingFor(ctx.actor)!.id,
      createdBy: personId(ctx.actor)!,
    });
    await tx.execute(sql`
      insert into ratings (round_id, ecosystem, element, rating, basis, ground, evidence, measurement, source, judged_by)
      select ${id}::uuid, ecosystem, element, rating, basis, ground, evidence, measurement, source, judged_by
      from ratings where round_id = (select id from diagnosis_rounds where status = 'published'
        order by held_on desc, published_at desc limit 1)`);
    await recordEvent(tx, ctx, {
      verb: "diagnosis.opened",
      subject: { kind: "diagnosis", id },
      changes: { title: { to: input.title }, heldOn: { to: input.heldOn } },
    });
    return { id, version: 1 };
  });
}

/** Sets one cell of a draft round, with its ground. */
export async function rateCell(ctx: Context, input: RateCell) {
  const ecosystem = listEcosystems().find(({ slug }) => slug === input.ecosystem);
  const element = region().elements.find(({ slug }) => slug === input.element);
  if (!ecosystem || !element) throw brokenRule("ecosystem.unknownCell");
  if (ecosystem.kind === "sector" && !element.ratedPerSector && input.rating !== "not-assessed")
    throw brokenRule("ecosystem.notPerSector");
  return ctx.db.transaction(async (tx) => {
    const round = await lockRound(tx, ctx, input.id);
    authorize(ctx.actor, roundPolicy, "rate", round);
    transition(roundLifecycle, round.status, "rate");
    const { ecosystem, element, rating, basis } = input;
    const [before] = await tx
      .select()
      .from(ratings)
      .where(
        and(eq(ratings.roundId, round.id), eq(ratings.ecosystem, ecosystem), eq(ratings.element, element)),
      );
    // What the form shows is this cell, so that is what two people may have to merge.
    const cell = { ...before, ground: groundOf(before?.ground), version: round.version };
    refuseStale(cell, input.version);
    const row = {
      rating,
      basis,
      evidence: input.evidence || null,
      ground: { [input.language]: input.ground },
      measurement: basis === "measured" ? input.measurement : null,
      source: null,
      judgedBy: personId(ctx.actor),
      updatedAt: ctx.now,
    };
    await tx
      .insert(ratings)
      .values({ roundId: round.id, ecosystem, element, ...row })
      .onConflictDoUpdate({ target: [ratings.roundId, ratings.ecosystem, ratings.element], set: row });
    const version = await raise(tx, round);
    await recordEvent(tx, ctx, {
      verb: "diagnosis.rated",
      subject: { kind: "diagnosis", id: round.id },
      changes: { [`${ecosystem}/${element}`]: { from: before?.rating ?? "not-assessed", to: rating } },
    });
    return { id: round.id, version };
  });
}

const groundOf = (ground: Ground | undefined) => ground?.nl ?? ground?.en ?? "";

/** Makes a round public; it can no longer be changed. */
export async function publishRound(ctx: Context, input: PublishRound) {
  return ctx.db.transaction(async (tx) => {
    const round = await lockRound(tx, ctx, input.id);
    authorize(ctx.actor, roundPolicy, "publish", round);
    const status = transition(roundLifecycle, round.status, "publish");
    const rated = await tx.$count(
      ratings,
      and(eq(ratings.roundId, round.id), ne(ratings.rating, "not-assessed")),
    );
    refuseIncomplete(missingForPublication({ rated }));
    refuseStale(round, input.version);
    await tx
      .update(diagnosisRounds)
      .set({ status, publishedAt: ctx.now, version: round.version + 1 })
      .where(eq(diagnosisRounds.id, round.id));
    await recordEvent(tx, ctx, {
      verb: "diagnosis.published",
      subject: { kind: "diagnosis", id: round.id },
      changes: changesOf({ status: round.status }, { status }, ["status"]),
    });
    return { id: round.id, version: round.version + 1 };
  });
}

async function lockRound(tx: Transaction, ctx: Context, id: string) {
  const rows = await tx
    .select()
    .from(diagnosisRounds)
    .where(and(eq(diagnosisRounds.id, id), roundsVisibleTo(ctx.actor)))
    .for("update");
  return found(rows[0]);
}

async function raise(tx: Transaction, round: { id: string; version: number }) {
  const version = round.version + 1;
  await tx.update(diagnosisRounds).set({ version }).where(eq(diagnosisRounds.id, round.id));
  return version;
}

/** The day the source's figures speak of: their newest year. A round needs a date to be ordered by. */
const heldOn = () => `${Math.max(...region().sectors.map(({ keyFigures }) => keyFigures.year))}-12-31`;

/** Carries the ratings of the region's source document over as the first published round, once. */
export async function loadSourceRound(ctx: Context): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    if ((await tx.$count(diagnosisRounds, eq(diagnosisRounds.fromSource, true))) > 0) return;
    const pack = region();
    const [round] = await tx
      .insert(diagnosisRounds)
      .values({
        slug: "source",
        title: pack.region.sourceDocument.title.nl,
        heldOn: heldOn(),
        fromSource: true,
        status: "published",
        publishedAt: ctx.now,
      })
      .returning();
    const rows = pack.ratings.map(({ ecosystem, element, rating, basis, ground, source }) => ({
      roundId: round!.id,
      ecosystem,
      element,
      rating,
      basis,
      ground,
      source: source as Record<string, string>,
    }));
    await tx.insert(ratings).values(rows);
    await recordEvent(tx, ctx, {
      verb: "diagnosis.published",
      subject: { kind: "diagnosis", id: round!.id },
      changes: { ratings: { to: rows.length } },
    });
  });
}
