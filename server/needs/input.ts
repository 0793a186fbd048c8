import { z } from "zod";
import { CERTAINTIES, LANGUAGES, PROCEDURES, VISIBILITIES, WINDOW_PRECISIONS } from "@/db/enums";
import { day } from "../core/dates";

/** Kinds of organisation that procure. */
export const BUYER_KINDS = [
  "ministry",
  "municipality",
  "province",
  "ngo",
  "international-organisation",
] as const;

const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);
const text = z.string().trim();
const cents = z.int().min(0).max(1e13);
/** In quarters. */
export const MOST_SLACK = 8;
const slack = z.int().min(0).max(MOST_SLACK).default(0);
const lines = z.array(text.min(1).max(300)).max(30);

/** Six are enough to begin with: title, window, value, certainty, theme or CPV, visibility. */
const fields = {
  title: text.min(5).max(200),
  description: text.max(10_000).default(""),
  language: z.enum(LANGUAGES),
  reference: text.max(100).nullable().default(null),
  windowStart: day.nullable().default(null),
  windowEnd: day.nullable().default(null),
  windowPrecision: z.enum(WINDOW_PRECISIONS).default("quarter"),
  slackEarlier: slack,
  slackLater: slack,
  valueMinCents: cents.nullable().default(null),
  valueMaxCents: cents.nullable().default(null),
  certainty: z.enum(CERTAINTIES),
  cpv: z
    .string()
    .regex(/^\d{8}(-\d)?$/, "needs.cpvForm")
    .nullable()
    .default(null),
  theme: slug.nullable().default(null),
  ecosystems: z.array(slug).max(20).default([]),
  place: text.max(200).default(""),
  procedure: z.enum(PROCEDURES).default("unknown"),
  skills: lines.default([]),
  questions: lines.default([]),
  visibility: z.enum(VISIBILITIES),
  invited: z.array(z.uuid()).max(100).default([]),
  contact: text.max(254).default(""),
};

type Ordered = Pick<
  z.infer<z.ZodObject<typeof fields>>,
  "windowStart" | "windowEnd" | "valueMinCents" | "valueMaxCents"
>;
const windowOrdered = (it: Ordered) => !it.windowStart || !it.windowEnd || it.windowStart <= it.windowEnd;
const valueOrdered = (it: Ordered) =>
  it.valueMinCents === null || it.valueMaxCents === null || it.valueMinCents <= it.valueMaxCents;
const windowSays = { path: ["windowEnd"], message: "needs.endsBeforeStart" };
const valueSays = { path: ["valueMaxCents"], message: "needs.belowMinimum" };

export const createNeedInput = z
  .strictObject(fields)
  .refine(windowOrdered, windowSays)
  .refine(valueOrdered, valueSays);

export const changeNeedInput = z
  .strictObject({
    ...fields,
    id: z.uuid(),
    version: z.int(),
    /** Why the window moved; asked once the need is published. */
    slipReason: text.max(1000).default(""),
  })
  .refine(windowOrdered, windowSays)
  .refine(valueOrdered, valueSays);

export const needStepInput = z.strictObject({ id: z.uuid(), version: z.int() });
export const moveWindowInput = needStepInput
  .extend({
    windowStart: day,
    windowEnd: day,
    reason: text.min(5).max(1000),
  })
  .refine((it) => it.windowStart <= it.windowEnd, windowSays);
export const setCertaintyInput = needStepInput.extend({ certainty: z.enum(CERTAINTIES) });
export const withdrawNeedInput = needStepInput.extend({ reason: text.min(5).max(1000) });
export const fulfilNeedInput = needStepInput.extend({ becameUrl: z.url({ protocol: /^https?$/ }).max(500) });

export const slipHistoryInput = z.strictObject({ buyerId: z.uuid() });
export const likelyStartsInput = z.strictObject({ ids: z.array(z.uuid()).max(500) });

export const needFilters = {
  q: text.max(200).default(""),
  theme: slug.optional(),
  ecosystem: slug.optional(),
  buyerKind: z.enum(BUYER_KINDS).optional(),
  certainty: z.enum(CERTAINTIES).optional(),
  valueFrom: cents.optional(),
  from: day.optional(),
  until: day.optional(),
};
export const listNeedsInput = z.strictObject({
  ...needFilters,
  mine: z.boolean().default(false),
  page: z.int().min(1).max(10_000).default(1),
  pageSize: z.int().min(1).max(100).default(50),
});

export const searchCpvInput = z.strictObject({ q: text.max(200) });
export const suggestInput = z.strictObject({
  title: text.max(200),
  description: text.max(10_000).default(""),
  language: z.enum(LANGUAGES),
});

export type CreateNeed = z.infer<typeof createNeedInput>;
export type ChangeNeed = z.infer<typeof changeNeedInput>;
export type NeedStep = z.infer<typeof needStepInput>;
export type MoveWindow = z.infer<typeof moveWindowInput>;
export type SetCertainty = z.infer<typeof setCertaintyInput>;
export type WithdrawNeed = z.infer<typeof withdrawNeedInput>;
export type FulfilNeed = z.infer<typeof fulfilNeedInput>;
export type Suggest = z.infer<typeof suggestInput>;
export type ListNeeds = z.infer<typeof listNeedsInput>;
export type NeedFilters = Pick<ListNeeds, keyof typeof needFilters>;

/** What one form holds, for a new need and for a change. */
export type NeedFields = CreateNeed & Partial<Pick<ChangeNeed, "id" | "version" | "slipReason">>;
