import { z } from "zod";
import {
  CERTAINTIES,
  CHALLENGE_PROCEDURES,
  CHALLENGE_STATES,
  DECISION_KINDS,
  ELEMENTS,
  INTERVENTION_STATES,
  LANGUAGES,
  NEED_STATES,
  ORGANISATION_KINDS,
  PHASES,
  PROCEDURES,
  PROGRAMME_STATES,
  RATING_BASES,
  RATINGS,
  WINDOW_PRECISIONS,
} from "@/db/enums";

const text = z.object({ nl: z.string(), en: z.string() }).describe("The same text in Dutch and English");
const slug = z.string().describe("Stable name in addresses: lower case, digits and hyphens");
const slugs = z.array(slug);
const id = z.uuid();
const ids = z.array(id);
const day = z.iso.date();
const moment = z.iso.datetime();
const cents = z.int().describe("Euro cents");
const source = z.string().describe("Where in the region's source document this stands, in Dutch");
const language = z.enum(LANGUAGES).describe("Language of what people wrote in this item");
const isDemonstration = z.boolean().describe("True for invented data");
const element = z.enum(ELEMENTS);

const organisation = z.object({ id, slug, name: z.string(), kind: z.enum(ORGANISATION_KINDS) });

export const regionItem = z.object({
  slug,
  name: text,
  mission: text.describe("The sentence that the mission is said in"),
  missionStatus: text,
  areas: z.array(z.object({ slug, name: text, description: text })).describe("What the figures are about"),
  growthPeriod: z.object({ from: z.int(), to: z.int() }).describe("Years between which growth was measured"),
  totals: z.object({
    year: z.int(),
    jobs: z.int(),
    jobsGrowthPct: z.number(),
    establishments: z.int(),
    establishmentsGrowthPct: z.number(),
  }),
  projects: z
    .object({
      counted: z.int(),
      participants: z.int(),
      participantsHere: z.int(),
      acrossSectorsPct: z.number(),
    })
    .describe("Projects of cooperation that the crossovers were read from"),
  source,
});

export const missionTheme = z.object({
  slug,
  name: text,
  description: text,
  cityRole: text.nullable().describe("What the city means for the theme; null where nothing is said of it"),
  source,
});

export const profile = z.object({
  slug,
  name: text,
  description: text,
  sectors: slugs,
  clusters: slugs,
  source,
});

export const tacticalGoal = z.object({
  slug,
  goal: text,
  verdict: z.enum(["endorsed", "extended"]).describe("What the source document says of the goal"),
  comment: text,
  source,
});

export const selectionCriterion = z.object({ slug, name: text, indicator: text, description: text, source });

export const programmeTheme = z.object({
  slug,
  name: text,
  description: text,
  missionThemes: slugs,
  missionThemesNote: text.nullable(),
  ecosystems: slugs,
  ecosystemsNote: text.nullable(),
  source,
});

export const crossover = z.object({
  slug,
  sectors: slugs,
  counterparts: slugs,
  direction: z.enum(["over", "under"]).describe("Whether they work together more or less than expected"),
  statement: text,
  source,
});

export const term = z.object({ slug, term: text, meaning: text, source: source.nullable() });

export const sector = z.object({
  slug,
  name: text,
  description: text.nullable(),
  sbiCodes: z.array(z.string()),
  keyFigures: z.object({
    year: z.int(),
    jobs: z.int(),
    jobsGrowthPct: z.number(),
    establishments: z.int(),
    establishmentsGrowthPct: z.number(),
    employmentSharePct: z.number(),
    locationQuotient: z.number(),
  }),
  assessment: z
    .object({
      size: text.nullable(),
      concentration: text.nullable(),
      relevance: text.nullable(),
      jobs: text.nullable(),
    })
    .describe("By each criterion of selection-criteria; null where nothing is said of it"),
  selected: z.boolean().describe("True for the sectors that the region diagnoses as an ecosystem"),
  selectionReason: text.nullable(),
  source,
});

export const cluster = z.object({
  slug,
  name: text,
  phase: z.enum(PHASES),
  phaseGround: text,
  standing: text,
  place: text,
  description: text,
  proximity: text.describe("What makes it a cluster: who is near"),
  interdependence: text.describe("What makes it a cluster: who needs whom"),
  relatedSectors: slugs,
  source,
});

export const elementItem = z.object({
  slug: element,
  name: text,
  definition: text,
  indicator: z.object({
    name: text,
    unit: text,
    level: text,
    source: z.string().describe("Who publishes the figures"),
    year: z.string().nullable(),
    explanation: text,
  }),
  clusterYardstick: text.nullable().describe("What a cluster is judged by, where no figure can be had"),
  source,
});

export const rating = z.object({
  ecosystem: slug,
  element,
  rating: z.enum(RATINGS),
  basis: z.enum(RATING_BASES).nullable().describe("Null where nothing was assessed"),
  ground: z
    .object({ nl: z.string().optional(), en: z.string().optional() })
    .nullable()
    .describe("Why, in the languages it was written in; null where nothing was assessed"),
  source: source.nullable(),
  round: z.string().describe("Slug of the diagnosis round"),
});

export const instrument = z.object({
  slug,
  name: text,
  description: text,
  elements: z.array(element),
  phases: z.array(z.enum(PHASES)),
  note: text.nullable(),
  source,
});

export const recommendation = z.object({ ecosystem: slug, element, instruments: slugs, text, source });

export const intervention = z.object({
  id,
  title: z.string(),
  description: z.string(),
  language,
  instrument: slug,
  ecosystem: slug,
  element,
  owner: organisation,
  partners: z.array(organisation),
  budgetCents: cents,
  startsOn: day,
  endsOn: day,
  target: z.object({
    indicator: z.string(),
    unit: z.string(),
    baseline: z.number(),
    goal: z.number(),
    reviewOn: day,
  }),
  status: z.enum(INTERVENTION_STATES),
  stopReason: z.string().nullable(),
  result: z.object({ value: z.number(), measuredOn: day, note: z.string() }).nullable(),
  programmes: ids,
  isDemonstration,
});

export const need = z.object({
  id,
  title: z.string(),
  description: z.string(),
  language,
  buyer: organisation,
  windowStart: day.nullable(),
  windowEnd: day.nullable(),
  windowPrecision: z.enum(WINDOW_PRECISIONS),
  valueMinCents: cents.nullable(),
  valueMaxCents: cents.nullable(),
  certainty: z.enum(CERTAINTIES),
  cpv: z.string().nullable(),
  theme: slug.nullable(),
  ecosystems: slugs,
  place: z.string(),
  procedure: z.enum(PROCEDURES),
  skills: z.array(z.string()),
  questions: z.array(z.string()),
  status: z.enum(NEED_STATES),
  becameUrl: z.string().nullable(),
  publishedAt: moment.nullable(),
  slips: z
    .array(
      z.object({
        fromStart: day,
        fromEnd: day,
        toStart: day,
        toEnd: day,
        reason: z.string(),
        movedAt: moment,
      }),
    )
    .describe("Each move of the window after publication"),
  programmes: ids,
  challenges: ids,
  isDemonstration,
});

export const programme = z.object({
  id,
  title: z.string(),
  description: z.string(),
  language,
  lead: organisation,
  theme: slug.nullable(),
  programmeTheme: slug.nullable(),
  ecosystems: slugs,
  elements: z.array(element),
  status: z.enum(PROGRAMME_STATES),
  closeReason: z.string().nullable(),
  publishedAt: moment.nullable(),
  valueMinCents: cents.describe("Sum over the needs listed here"),
  valueMaxCents: cents.describe("Sum over the needs listed here"),
  interventions: ids,
  needs: ids.describe("Public needs whose buyers consented"),
  challenges: ids,
  isDemonstration,
});

const missionAnswer = z.object({ how: z.string(), forWhom: z.string(), measuredBy: z.string() });

export const challenge = z.object({
  id,
  title: z.string(),
  description: z.string(),
  language,
  client: organisation,
  need: id.nullable(),
  programme: id.nullable(),
  theme: slug.nullable(),
  ecosystem: slug.nullable(),
  elements: z.array(element),
  missionTest: z.object({ safe: missionAnswer, better: missionAnswer, just: missionAnswer }).partial(),
  parties: z.array(z.string()),
  procedure: z.enum(CHALLENGE_PROCEDURES),
  criteria: z.array(z.object({ key: z.string(), name: z.string(), weight: z.number() })),
  budgetCents: cents.nullable(),
  deadline: moment.nullable(),
  status: z.enum(CHALLENGE_STATES),
  decisions: ids,
  isDemonstration,
});

export const decision = z.object({
  id,
  number: z.int(),
  kind: z.enum(DECISION_KINDS),
  title: z.string(),
  language,
  organisation: organisation.describe("Who decided"),
  beneficiary: organisation.nullable(),
  amountCents: cents.nullable(),
  cofundingCents: cents.nullable(),
  reasons: z.record(z.string(), z.string()),
  decidedBy: z.int().describe("How many people decided"),
  fund: z.object({ id, name: z.string() }).nullable(),
  challenge: id.nullable(),
  intervention: id.nullable(),
  corrects: id.nullable().describe("The earlier decision that this one corrects"),
  decidedAt: moment,
  publishedAt: moment,
  isDemonstration,
});
