import { z } from "zod";
import {
  APPLICATION_STATES,
  CERTAINTIES,
  CHALLENGE_PROCEDURES,
  CHALLENGE_STATES,
  INTERVENTION_STATES,
  LANGUAGES,
  ORGANISATION_KINDS,
  PLEDGE_KINDS,
  PROCEDURES,
  ROLES,
  VISIBILITIES,
  WINDOW_PRECISIONS,
} from "../enums";
import { elementSlug, slug, text } from "./schema";

export const organisationKind = z.enum(ORGANISATION_KINDS);
export const buyerKinds = [
  "ministry",
  "municipality",
  "province",
  "ngo",
  "international-organisation",
] as const;

export const certainty = z.enum(CERTAINTIES);
export const procedure = z.enum(PROCEDURES);
export const visibility = z.enum(VISIBILITIES);

const language = z.enum(LANGUAGES);
const day = z.iso.date();
const euro = z.int().nonnegative();
const prose = z.string().trim().min(1);
const mailbox = z
  .string()
  .regex(/^[a-z0-9.-]+@[a-z0-9.-]+\.example$/, "must be a mailbox at an .example domain");

export const organisations = z.strictObject({
  notice: text,
  organisations: z.array(
    z.strictObject({
      slug,
      name: prose,
      kind: organisationKind,
      emailDomain: z.string().regex(/^[a-z0-9-]+\.example$/),
      /** One that has registered and still waits for an administrator. */
      isVerified: z.boolean().default(true),
      description: text,
    }),
  ),
});

export const needs = z.strictObject({
  notice: text,
  needs: z.array(
    z
      .strictObject({
        slug,
        buyer: slug,
        title: prose,
        description: prose,
        language,
        windowStart: day,
        windowEnd: day,
        windowPrecision: z.enum(WINDOW_PRECISIONS),
        /** By how many quarters its buyer lets the window move. */
        slackEarlier: z.int().min(0).max(8).default(0),
        slackLater: z.int().min(0).max(8).default(0),
        valueMinEuro: euro,
        valueMaxEuro: euro,
        certainty,
        cpv: z.string().regex(/^\d{8}(-\d)?$/),
        theme: slug,
        programmeTheme: slug.nullable(),
        ecosystems: z.array(slug).min(1),
        place: prose,
        procedure,
        skills: z.array(prose),
        questions: z.array(prose),
        visibility,
        contact: mailbox,
        /** The windows it had before the present one, oldest first, each with the reason to leave it. */
        moved: z.array(z.strictObject({ windowStart: day, windowEnd: day, reason: prose })).default([]),
      })
      .refine((need) => need.windowStart <= need.windowEnd, {
        path: ["windowEnd"],
        message: "ends before it starts",
      })
      .refine((need) => need.valueMinEuro <= need.valueMaxEuro, {
        path: ["valueMaxEuro"],
        message: "is below the minimum",
      })
      .refine(
        (need) =>
          need.windowPrecision === "date" || (startsQuarter(need.windowStart) && endsQuarter(need.windowEnd)),
        {
          path: ["windowPrecision"],
          message: "says quarter, but the window does not lie on quarter bounds",
        },
      ),
  ),
});

const consent = z.discriminatedUnion("state", [
  z.strictObject({ need: slug, state: z.enum(["proposed", "consented", "fixed"]) }),
  z.strictObject({ need: slug, state: z.literal("refused"), reason: prose }),
]);
const programmeState = z.enum(["draft", "published"]);

export const programmes = z.strictObject({
  notice: text,
  programmes: z.array(
    z.strictObject({
      slug,
      state: programmeState.default("published"),
      title: prose,
      description: prose,
      language,
      theme: slug,
      programmeTheme: slug,
      lead: slug,
      ecosystems: z.array(slug).min(1),
      elements: z.array(elementSlug).min(1),
      needs: z.array(consent).min(1),
      interventions: z.array(slug),
    }),
  ),
});

export const interventions = z.strictObject({
  notice: text,
  interventions: z.array(
    z
      .strictObject({
        slug,
        title: prose,
        description: prose,
        instrument: slug,
        ecosystem: slug,
        element: elementSlug,
        owner: slug,
        partners: z.array(slug),
        budgetEuro: euro,
        startsOn: day,
        endsOn: day,
        target: z.strictObject({ indicator: prose, baseline: z.number(), goal: z.number(), reviewOn: day }),
        state: z.enum(INTERVENTION_STATES),
        reason: prose.optional(),
        result: z.strictObject({ value: z.number(), measuredOn: day, note: prose }).optional(),
      })
      .refine((it) => it.state !== "stopped" || it.reason !== undefined, {
        path: ["reason"],
        message: "is needed when stopped",
      })
      .refine((it) => it.state !== "completed" || it.result !== undefined, {
        path: ["result"],
        message: "is needed when completed",
      }),
  ),
});

const missionAnswer = z.strictObject({ how: prose, forWhom: prose, measuredBy: prose });

export const challenges = z.strictObject({
  notice: text,
  challenges: z.array(
    z.strictObject({
      slug,
      state: z.enum(CHALLENGE_STATES),
      title: prose,
      description: prose,
      language,
      client: slug,
      need: slug.nullable(),
      programme: slug.nullable(),
      theme: slug,
      elements: z.array(elementSlug).min(1),
      ecosystem: slug,
      procedure: z.enum(CHALLENGE_PROCEDURES),
      missionTest: z.strictObject({ safe: missionAnswer, better: missionAnswer, just: missionAnswer }),
      parties: z.array(slug),
      criteria: z
        .array(z.strictObject({ name: prose, description: prose, weight: z.int().min(1).max(100) }))
        .min(1),
      budgetEuro: euro,
      deadlineInDays: z.int(),
      returnedReason: prose.optional(),
      decision: z.strictObject({ selected: z.array(slug), reasons: prose }).optional(),
    }),
  ),
});

export const responses = z.strictObject({
  notice: text,
  responses: z.array(
    z.strictObject({ slug, challenge: slug, company: slug, title: prose, body: prose, priceEuro: euro }),
  ),
});

export const pledges = z.strictObject({
  notice: text,
  pledges: z.array(
    z.strictObject({
      slug,
      programme: slug,
      organisation: slug,
      kind: z.enum(PLEDGE_KINDS),
      title: prose,
      description: prose,
      language,
      quantity: z.number().nullable(),
      unit: prose.nullable(),
      /** The skills it trains or the questions it answers, as the needs name them. */
      topics: z.array(prose).default([]),
      from: day,
      until: day,
      elements: z.array(elementSlug).min(1),
    }),
  ),
});

export const funds = z.strictObject({
  notice: text,
  funds: z.array(
    z.strictObject({
      slug,
      name: prose,
      description: prose,
      language,
      holder: slug,
      programme: slug.nullable(),
      elements: z.array(elementSlug).min(1),
      ecosystems: z.array(slug).min(1),
      budgetEuro: euro,
      opensOn: day,
      closesOn: day,
      minimumParties: z.int().min(1),
      maximumSharePct: z.number().min(1).max(100),
      maximumAwardEuro: euro,
      conditions: z.array(z.strictObject({ slug, text: prose, evidence: prose })).min(1),
      mandates: z
        .array(
          z.strictObject({
            role: z.enum(ROLES),
            upToEuro: euro,
          }),
        )
        .min(1),
    }),
  ),
});

export const applications = z.strictObject({
  notice: text,
  applications: z.array(
    z.strictObject({
      slug,
      fund: slug,
      applicant: slug,
      partners: z.array(slug),
      challenge: slug.nullable(),
      response: slug.nullable(),
      intervention: slug.nullable(),
      programme: slug.nullable(),
      title: prose,
      body: prose,
      language,
      totalCostEuro: euro,
      requestedEuro: euro,
      coFundingEuro: euro,
      state: z.enum(APPLICATION_STATES),
      awardedEuro: euro.optional(),
      reason: prose.optional(),
      tranches: z
        .array(
          z.strictObject({
            amountEuro: euro,
            condition: slug,
            state: z.enum(["planned", "evidence-submitted", "released", "withheld"]),
          }),
        )
        .default([]),
    }),
  ),
});

/** The files of a demonstration directory, by name, each with what it must hold. */
export const demoFiles = {
  "organisations.json": organisations,
  "needs.json": needs,
  "programmes.json": programmes,
  "interventions.json": interventions,
  "challenges.json": challenges,
  "responses.json": responses,
  "pledges.json": pledges,
  "funds.json": funds,
  "applications.json": applications,
} as const;

/** Invented data that shows what the platform does; each file carries the notice that says so. */
export const demoSchema = z.strictObject({
  notice: text,
  organisations: organisations.shape.organisations,
  needs: needs.shape.needs,
  programmes: programmes.shape.programmes,
  interventions: interventions.shape.interventions,
  challenges: challenges.shape.challenges,
  responses: responses.shape.responses,
  pledges: pledges.shape.pledges,
  funds: funds.shape.funds,
  applications: applications.shape.applications,
});

export type Demo = z.infer<typeof demoSchema>;

function startsQuarter(date: string): boolean {
  return ["-01-01", "-04-01", "-07-01", "-10-01"].includes(date.slice(4));
}

function endsQuarter(date: string): boolean {
  return ["-03-31", "-06-30", "-09-30", "-12-31"].includes(date.slice(4));
}
