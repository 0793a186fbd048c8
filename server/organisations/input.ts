import { z } from "zod";
import { ORGANISATION_KINDS, ROLES } from "@/db/enums";

const name = z.string().trim().min(2).max(200);
/** Left empty is not known. */
const orNull = (value: string | null | undefined) => value || null;
/** Eight digits at the Dutch trade register; other registers use letters and signs too. */
const registrationNumber = z
  .string()
  .trim()
  .max(40)
  .regex(/^[A-Za-z0-9 ./-]*$/)
  .nullish()
  .transform(orNull);
const emailDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .regex(/^([a-z0-9-]+(\.[a-z0-9-]+)+)?$/)
  .nullish()
  .transform(orNull);
const roles = z
  .array(z.enum(ROLES))
  .min(1)
  .max(ROLES.length)
  .refine((given) => new Set(given).size === given.length);
const seen = { id: z.uuid(), version: z.int().positive() };

export const createInput = z.strictObject({
  name,
  kind: z.enum(ORGANISATION_KINDS),
  registrationNumber,
  emailDomain,
});
export const changeInput = z.strictObject({ ...seen, name, registrationNumber, emailDomain });
export const verifyInput = z.strictObject(seen);
export const inviteInput = z.strictObject({ id: z.uuid(), email: z.email().max(254), roles });
export const invitationInput = z.strictObject({ invitationId: z.uuid() });
export const tokenInput = z.strictObject({ token: z.string().regex(/^[0-9a-f]{64}$/) });
export const setRolesInput = z.strictObject({ id: z.uuid(), personId: z.uuid(), roles });
export const removeInput = z.strictObject({ id: z.uuid(), personId: z.uuid() });
export const byIdInput = z.strictObject({ id: z.uuid() });
export const PAGE_SIZE = 50;
export const listInput = z.strictObject({
  text: z.string().trim().max(200).default(""),
  kind: z.enum(ORGANISATION_KINDS).optional(),
  onlyUnverified: z.boolean().default(false),
  page: z.int().min(1).max(10_000).default(1),
});

export type CreateOrganisation = z.infer<typeof createInput>;
export type ChangeOrganisation = z.infer<typeof changeInput>;
export type VerifyOrganisation = z.infer<typeof verifyInput>;
export type Invite = z.infer<typeof inviteInput>;
export type SetRoles = z.infer<typeof setRolesInput>;
export type RemoveMember = z.infer<typeof removeInput>;
export type ListOrganisations = z.infer<typeof listInput>;
