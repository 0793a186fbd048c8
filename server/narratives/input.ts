import { z } from "zod";

/** Characters that a narrative may hold; the editor takes no more, and the server refuses more. */
export const MOST_CHARACTERS = 60_000;
/** Bytes of one update, and of the whole document with all that was ever deleted from it. */
export const MOST_UPDATE_BYTES = 1_000_000;
export const MOST_DOCUMENT_BYTES = 4_000_000;
export const MOST_DEPTH = 20;
const MOST_LINK = 2000;

/** Whether a link leads where a reader may safely be led. */
export const isLinkAddress = (href: string) =>
  href.length <= MOST_LINK && /^(https?:\/\/|mailto:)\S+$/i.test(href);

const base64 = z.base64().max(Math.ceil(MOST_UPDATE_BYTES / 3) * 4);
const position = z.record(z.string().max(20), z.unknown());

export const narrativeOfInput = z.strictObject({ programmeId: z.uuid() });
/** `after` is the seq up to which the writer has everything. */
export const pullInput = narrativeOfInput.extend({ after: z.int().min(0).default(0) });
/** The writer's browser makes the id: sent again after a lost answer, it is the same push. */
export const pushInput = narrativeOfInput.extend({ id: z.uuid(), update: base64.min(4) });
/** Where the caret of one open editor stands, in Yjs' relative positions; null when it left. */
export const pointInput = narrativeOfInput.extend({
  clientId: z.int().min(0).max(0xffffffff),
  caret: z
    .strictObject({ anchor: position, head: position })
    .refine((caret) => JSON.stringify(caret).length <= 1000)
    .nullable(),
});
export const versionInput = narrativeOfInput.extend({ versionId: z.uuid() });

export type NarrativeOf = z.infer<typeof narrativeOfInput>;
export type Pull = z.infer<typeof pullInput>;
export type Push = z.infer<typeof pushInput>;
export type Point = z.infer<typeof pointInput>;
export type OneVersion = z.infer<typeof versionInput>;
