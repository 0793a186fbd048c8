import type { Page } from "@playwright/test";
import { call } from "./call";

/** A published programme of the curator, in which the buyer agreed to bundle so many needs, each as long as it may be. */
export async function programmeWith(curator: Page, buyer: Page, count: number): Promise<string> {
  const words = await call(curator, "programmes.create", {
    title: `Alle kades en bruggen van de regio ${"onderhoudsvoorspellingsplatform ".repeat(5)}`.slice(0, 190),
    description: "Wij vragen samen meer dan ieder voor zich, en zien eerder wat er misgaat. ".repeat(60),
    language: "nl",
    theme: "energie-duurzaamheid",
    ecosystems: ["energievernieuwing", "ict-creatief"],
    elements: ["networks", "infrastructure", "leadership"],
  });
  await call(curator, "programmes.publish", { id: words.id, version: 1 });
  for (let index = 0; index < count; index++) {
    const year = 2027 + (index % 10);
    const need = await call(buyer, "needs.create", {
      title: `Behoefte ${index + 1} ${"waterkeringsonderhoudsmonitoring ".repeat(6)}`.slice(0, 190),
      language: "nl",
      certainty: (["idea", "draft-budget", "budgeted", "announced"] as const)[index % 4],
      windowStart: `${year}-01-01`,
      windowEnd: `${year + 1}-06-30`,
      valueMinCents: 100_000_000 + index * 1_000_000,
      valueMaxCents: 300_000_000 + index * 1_000_000,
      theme: "energie-duurzaamheid",
      visibility: "public",
      skills: [`onderhoudsvoorspeller ${index} (hbo)`],
      questions: [
        `Hoe lang gaat kade ${index} nog mee als het water verder stijgt dan wij nu denken? (TRL 4)`,
      ],
    });
    await call(buyer, "needs.publish", { id: need.id, version: 1 });
    const link = { programmeId: words.id, needId: need.id };
    const asked = await call(curator, "programmes.proposeNeed", link);
    await call(buyer, "programmes.consent", { ...link, version: asked.version });
  }
  return words.id;
}
