import { z } from "zod";
import { AUDIENCES, ELEMENTS, SUBJECT_KINDS, type SubjectKind } from "@/db/enums";

/** Kinds that stand in the chain; a cell is an element of an ecosystem. */
export const CHAIN_KINDS = [
  "cell",
  "intervention",
  "programme",
  "need",
  "challenge",
  "application",
  "decision",
] as const;
export type ChainKind = (typeof CHAIN_KINDS)[number];

const ecosystem = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);
const cellId = z
  .string()
  .max(120)
  .regex(new RegExp(`^[a-z0-9-]+/(${ELEMENTS.join("|")})$`));

export const chainInput = z.union([
  z.strictObject({ kind: z.enum(CHAIN_KINDS).exclude(["cell"]), id: z.uuid() }),
  z.strictObject({ kind: z.literal("cell"), id: cellId }),
]);
export const subjectInput = z.strictObject({
  kind: z.enum(SUBJECT_KINDS),
  // What is followed is kept as text, where capitals would make another of it.
  id: z.uuid().toLowerCase(),
});
/** `before` is the seq of the last event already seen. */
const page = { before: z.int().positive().optional(), limit: z.int().min(1).max(100).default(30) };
/** An object, an ecosystem, or a cell. */
export const followedInput = z.union([
  subjectInput,
  z.strictObject({ kind: z.literal("ecosystem"), id: ecosystem }),
  z.strictObject({ kind: z.literal("cell"), id: cellId }),
]);
export const historyInput = z.strictObject({ ...subjectInput.shape, ...page });
export const activityInput = z.strictObject({ kind: z.enum(SUBJECT_KINDS).optional(), ...page });
/** Kinds of object that have a form to change them in. */
export const RESTORABLE_KINDS = ["need", "programme", "intervention", "challenge", "application"] as const;
/** An object as it was just after one of its events. */
export const earlierInput = z.strictObject({
  kind: z.enum(RESTORABLE_KINDS),
  id: z.uuid(),
  seq: z.int().positive(),
});
export const searchInput = z.strictObject({
  text: z.string().trim().max(200),
  limit: z.int().min(1).max(50).default(20),
});
/** Views of many things, of which is remembered when someone last looked at them. */
export const PLACES = ["activity", "roadmap"] as const;
/** Where someone looks; and, once they have, the newest event that was shown there. */
export const lastLookInput = z.union([z.enum(PLACES), subjectInput]);
export const lookInput = z.strictObject({
  at: lastLookInput,
  seq: z.int().min(0),
});
export const changedInput = z.strictObject({
  place: z.enum(PLACES),
  subjects: z.array(subjectInput).max(500),
});
export const MOST_TOPICS = 20;
export const topicsInput = z.strictObject({ topics: z.array(z.string().max(80)).min(1).max(MOST_TOPICS) });

export type Subject = z.infer<typeof subjectInput>;
export type Followed = z.infer<typeof followedInput>;
/** Kinds of object that people can say something about. */
export const COMMENTED_KINDS = [
  "need",
  "programme",
  "challenge",
  "intervention",
  "diagnosis",
  "decision",
  "fund",
  "response",
  "application",
] as const satisfies readonly SubjectKind[];
/** Of these several sides see the object, and none should hear what another says of it. */
export const RESERVED_KINDS: readonly SubjectKind[] = ["response", "application"];
export const MOST_MENTIONS = 20;

const said = {
  text: z.string().trim().min(1).max(5_000),
  mentions: z.array(z.uuid()).max(MOST_MENTIONS).default([]),
};
const commentId = { id: z.uuid() };
/** What the form of a comment holds, whether it begins a thread or answers in one. */
export const saidInput = z.strictObject({ audience: z.enum(AUDIENCES), ...said });
export const commentedInput = z.strictObject({ kind: z.enum(COMMENTED_KINDS), id: z.uuid() });
export const postCommentInput = z.strictObject({ on: commentedInput, audience: z.enum(AUDIENCES), ...said });
export const replyInput = z.strictObject({ threadId: z.uuid(), ...said });
export const editCommentInput = z.strictObject({
  ...commentId,
  version: z.int().positive(),
  text: said.text,
});
export const commentInput = z.strictObject(commentId);
export const resolveInput = z.strictObject({ ...commentId, isResolved: z.boolean() });
export const mentionableInput = z.strictObject({
  on: commentedInput,
  audience: z.enum(AUDIENCES),
  text: z.string().trim().min(2).max(100),
});

/** A page may tell this much of itself to others who are there. */
const MOST_TOLD = 2_000;
export const tellHereInput = z.strictObject({
  page: z.uuid(),
  payload: z
    .record(z.string().max(50), z.json())
    .refine((told) => JSON.stringify(told).length <= MOST_TOLD, "collaboration.tooMuchTold"),
});
export const presenceInput = z.strictObject({ isShown: z.boolean() });
export type TellHere = z.infer<typeof tellHereInput>;
export type SaidInForm = z.infer<typeof saidInput>;
export type Commented = z.infer<typeof commentedInput>;
export type PostComment = z.infer<typeof postCommentInput>;
export type Reply = z.infer<typeof replyInput>;
export type EditComment = z.infer<typeof editCommentInput>;
export type Resolve = z.infer<typeof resolveInput>;
export type Mentionable = z.infer<typeof mentionableInput>;
export type Place = (typeof PLACES)[number];
export type Look = z.infer<typeof lookInput>;
export type ChangedAt = z.infer<typeof changedInput>;
export type ChainOf = z.infer<typeof chainInput>;
export type EarlierOf = z.infer<typeof earlierInput>;
export type HistoryOf = z.infer<typeof historyInput>;
export type ActivityOf = z.infer<typeof activityInput>;
export type SearchFor = z.infer<typeof searchInput>;

const FOLDERS: Partial<Record<SubjectKind, string>> = {
  organisation: "/organisations",
  diagnosis: "/ecosystem/rounds",
  intervention: "/interventions",
  need: "/needs",
  programme: "/programmes",
  challenge: "/challenges",
  response: "/responses",
  fund: "/funding",
  application: "/applications",
  decision: "/decisions",
};

/** The path of the page of a subject, or null for what has none of its own. */
export function subjectPath(kind: SubjectKind, id: string): string | null {
  const folder = FOLDERS[kind];
  return folder ? `${folder}/${id}` : null;
}

/** A subject or place as live updates and looks name it. */
export const topicOf = (at: Subject | Place): string => (typeof at === "string" ? at : `${at.kind}:${at.id}`);
