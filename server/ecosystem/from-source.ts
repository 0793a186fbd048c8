import { eq } from "drizzle-orm";
import { diagnosisRounds, ratings } from "@/db/schema/ecosystem";
import type { Context } from "../core/context";
import { recordEvent } from "../core/events";
import { region } from "../regions/region";

/** The day the report's figures speak of: their newest year. A round needs a date to be ordered by. */
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
