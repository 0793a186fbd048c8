import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import type { VISIBILITIES } from "@/db/enums";
import { programmeNeeds } from "@/db/schema/programmes";
import { listEcosystems } from "@/server/regions/queries";
import { region } from "@/server/regions/region";
import { createCaller } from "@/server/trpc/root";
import { someone } from "./people";

export const theme = region().region.missionThemes[0]!.slug;
export const ecosystem = listEcosystems()[0]!.slug;
export const plan = {
  title: "Sensoren voor alle bruggen",
  description: "Samen vragen wij meer dan ieder voor zich.",
  language: "nl" as const,
  theme,
  ecosystems: [ecosystem],
  elements: ["demand" as const],
};
export const bridge = {
  title: "Sensoren voor bruggen",
  language: "nl" as const,
  certainty: "budgeted" as const,
  windowStart: "2027-01-01",
  windowEnd: "2027-03-31",
  valueMinCents: 100,
  valueMaxCents: 300,
  theme,
};
export const reason = "Past niet in onze planning";

export async function who(...given: Parameters<typeof someone>) {
  const ctx = await someone(...given);
  return { ...ctx, api: createCaller(ctx) };
}
/** A published programme, with its lead. */
export async function programme(given: Partial<typeof plan> = {}) {
  const lead = await who("cluster-organisation", "curator");
  const { id } = await lead.api.programmes.create({ ...plan, ...given });
  const { version } = await lead.api.programmes.publish({ id, version: 1 });
  return { ...lead, id, version };
}
/** A published need, with its buyer. */
export async function need(visibility: (typeof VISIBILITIES)[number] = "public", invited: string[] = []) {
  const buyer = await who("ministry", "buyer");
  const { id } = await buyer.api.needs.create({ ...bridge, visibility, invited });
  const { version } = await buyer.api.needs.publish({ id, version: 1 });
  return { ...buyer, id, version };
}
/** A programme with one need that was asked. */
export async function asked() {
  const [lead, buyer] = [await programme(), await need()];
  const link = { programmeId: lead.id, needId: buyer.id };
  const { version } = await lead.api.programmes.proposeNeed(link);
  return { lead, buyer, link: { ...link, version } };
}
/** "done", or the key of the refusal. */
export const code = async (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error) => error.cause?.key ?? error.code,
  );
export const statusOf = async ({ programmeId, needId }: { programmeId: string; needId: string }) =>
  (
    await database()
      .select()
      .from(programmeNeeds)
      .where(and(eq(programmeNeeds.programmeId, programmeId), eq(programmeNeeds.needId, needId)))
  )[0]?.status;
