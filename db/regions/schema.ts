import { z } from "zod";
import { ELEMENTS, LANGUAGES, PHASES, RATING_BASES, RATINGS } from "../enums";

export const elementSlug = z.enum(ELEMENTS);
export const phase = z.enum(PHASES);
export const rating = z.enum(RATINGS).exclude(["not-assessed"]);
export const ratingBasis = z.enum(RATING_BASES);

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a slug: lower case, digits and single hyphens");
export const text = z.strictObject({ nl: z.string().trim().min(1), en: z.string().trim().min(1) });

/**
 * A place in the region's source document.
 * Annexes number their own sections, so a section may stand inside an annex; "summary" is the part before section 1.
 */
export const source = z
  .strictObject({
    section: z.string().optional(),
    figure: z.string().optional(),
    table: z.string().optional(),
    annex: z.string().optional(),
    box: z.string().optional(),
    footnote: z.string().optional(),
  })
  .refine((place) => place.section !== undefined || place.annex !== undefined, "needs a section or an annex");

const year = z.int().min(1990).max(2100);
const share = z.number().min(0).max(100);

const sourceDocument = z.strictObject({
  title: text,
  titleNote: text,
  language: z.enum(LANGUAGES),
  outline: z
    .array(
      z.strictObject({
        annex: z.string().optional(),
        section: z.string().optional(),
        title: z.string().min(1),
        figures: z.array(z.string()).default([]),
        tables: z.array(z.string()).default([]),
        boxes: z.array(z.string()).default([]),
        footnotes: z.array(z.string()).default([]),
      }),
    )
    .min(1),
  pictures: z.array(z.strictObject({ what: text, source })),
});

const region = z.strictObject({
  slug,
  name: text,
  area: z.array(z.strictObject({ slug, name: text, description: text, source })).min(1),
  sourceDocument,
  mission: z.strictObject({ sentence: text, status: text, source }),
  missionThemes: z
    .array(z.strictObject({ slug, name: text, description: text, cityRole: text.optional(), source }))
    .min(1),
  profiles: z
    .array(
      z.strictObject({
        slug,
        name: text,
        description: text,
        sectors: z.array(slug),
        clusters: z.array(slug),
        source,
      }),
    )
    .min(1),
  tacticalGoals: z
    .array(
      z.strictObject({ slug, goal: text, verdict: z.enum(["endorsed", "extended"]), comment: text, source }),
    )
    .min(1),
  selectionCriteria: z
    .array(z.strictObject({ slug, name: text, indicator: text, description: text, source }))
    .min(1),
  recommendations: z.array(z.strictObject({ slug, title: text, description: text, source })).min(1),
});

const assessed = text.nullable();

const sectors = z.strictObject({
  sectors: z
    .array(
      z.strictObject({
        slug,
        name: text,
        description: text.optional(),
        sbiCodes: z.array(z.string().regex(/^\d{2}(\.\d{1,2})?$/)).min(1),
        keyFigures: z.strictObject({
          year,
          jobs: z.int().nonnegative(),
          jobsGrowthPct: z.number(),
          establishments: z.int().nonnegative(),
          establishmentsGrowthPct: z.number(),
          employmentSharePct: share,
          locationQuotient: z.number().nonnegative(),
        }),
        assessment: z.strictObject({
          size: assessed,
          concentration: assessed,
          relevance: assessed,
          jobs: assessed,
        }),
        selected: z.boolean(),
        selectionReason: text.optional(),
        sources: z.strictObject({
          sbiCodes: source,
          keyFigures: source,
          assessment: source,
          description: source.optional(),
          selectionReason: source.optional(),
        }),
      }),
    )
    .min(1),
  growthPeriod: z.strictObject({ from: year, to: year }),
  totals: z.strictObject({
    year,
    jobs: z.int(),
    jobsGrowthPct: z.number(),
    establishments: z.int(),
    establishmentsGrowthPct: z.number(),
    source,
  }),
  slips: z.array(z.strictObject({ slug, what: text, reported: text, computed: text, how: text, source })),
});

const clusters = z.strictObject({
  clusters: z
    .array(
      z.strictObject({
        slug,
        name: text,
        phase,
        phaseBasis: z.enum(["stated", "derived"]),
        phaseGround: text,
        standing: text,
        place: text,
        description: text,
        proximity: text,
        interdependence: text,
        relatedSectors: z.array(slug),
        source,
      }),
    )
    .min(1),
  notClusters: z.array(z.strictObject({ slug, name: text, reason: text, source })),
  widerRegion: z.array(z.strictObject({ slug, name: text, place: text, role: text, source })),
});

const elements = z.strictObject({
  elements: z
    .array(
      z.strictObject({
        slug: elementSlug,
        name: text,
        definition: text,
        indicator: z.strictObject({
          name: text,
          unit: text,
          level: text,
          dataSource: z.string().min(1),
          year: z.string().nullable(),
          explanation: text,
        }),
        ratedPerSector: z.boolean(),
        clusterYardstick: text.optional(),
        source,
      }),
    )
    .length(10),
});

const ratings = z.strictObject({
  scale: z.strictObject({ weak: text, average: text, strong: text }),
  ratings: z.array(
    z.strictObject({
      ecosystem: slug,
      element: elementSlug,
      rating,
      basis: ratingBasis,
      ground: text,
      source,
    }),
  ),
});

const instruments = z.strictObject({
  instruments: z
    .array(
      z.strictObject({
        slug,
        name: text,
        description: text,
        elements: z.array(elementSlug).min(1),
        phases: z.array(phase),
        note: text.optional(),
        source,
      }),
    )
    .min(1),
});

const recommendations = z.strictObject({
  recommendations: z.array(
    z.strictObject({
      ecosystem: slug,
      element: elementSlug,
      instruments: z.array(slug).min(1),
      text,
      source,
    }),
  ),
});

const programmeThemes = z.strictObject({
  programmeThemes: z
    .array(
      z.strictObject({
        slug,
        name: text,
        description: text,
        missionThemes: z.array(slug),
        missionThemesNote: text.optional(),
        ecosystems: z.array(slug),
        ecosystemsNote: text.optional(),
        source,
      }),
    )
    .min(1),
});

const glossary = z.strictObject({
  terms: z.array(z.strictObject({ slug, term: text, meaning: text, source: source.optional() })).min(1),
});

const crossovers = z.strictObject({
  locatedParticipants: z.int().nonnegative(),
  localParticipants: z.int().nonnegative(),
  projects: z.int().nonnegative(),
  crossSectorSharePct: share,
  matrix: z.array(z.strictObject({ from: slug, to: slug, value: z.number() })).nullable(),
  matrixNote: text,
  signals: z.array(
    z.strictObject({
      slug,
      sectors: z.array(slug).min(1),
      counterparts: z.array(slug),
      direction: z.enum(["over", "under"]),
      statement: text,
      source,
    }),
  ),
  source,
});

/** Everything a region brings along: its economy, mission, diagnosis, catalogue and words. */
export const regionPackSchema = z.strictObject({
  region,
  ...sectors.shape,
  ...clusters.shape,
  ...elements.shape,
  ratingScale: ratings.shape.scale,
  ratings: ratings.shape.ratings,
  ...instruments.shape,
  ...recommendations.shape,
  ...programmeThemes.shape,
  glossary: glossary.shape.terms,
  crossovers,
});

/** The files of a pack's directory, by name, each with what it must hold. */
export const packFiles = {
  "region.json": region,
  "sectors.json": sectors,
  "clusters.json": clusters,
  "elements.json": elements,
  "ratings.json": ratings,
  "instruments.json": instruments,
  "recommendations.json": recommendations,
  "programme-themes.json": programmeThemes,
  "glossary.json": glossary,
  "crossovers.json": crossovers,
} as const;

export type RegionPack = z.infer<typeof regionPackSchema>;
export type Text = z.infer<typeof text>;
export type Source = z.infer<typeof source>;
export type ElementSlug = z.infer<typeof elementSlug>;
export type Phase = z.infer<typeof phase>;
export type Rating = z.infer<typeof rating>;
