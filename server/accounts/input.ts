import { z } from "zod";
import { LANGUAGES } from "@/db/enums";

export const actForInput = z.strictObject({ organisationId: z.uuid() });
export const profileInput = z.strictObject({
  name: z.string().trim().min(1).max(200),
  language: z.enum(LANGUAGES),
});
export const sessionInput = z.strictObject({ sessionId: z.uuid() });
/** The person types the own address (or, without one, the own name) to show that the erasure is meant. */
export const eraseInput = z.strictObject({ confirmation: z.string().max(254) });

export type ActFor = z.infer<typeof actForInput>;
export type ChangeProfile = z.infer<typeof profileInput>;
export type RevokeSession = z.infer<typeof sessionInput>;
export type EraseAccount = z.infer<typeof eraseInput>;
