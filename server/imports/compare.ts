import { isDeepStrictEqual } from "node:util";
import type { RowIssue } from "@/db/schema/imports";
import type { needs } from "@/db/schema/needs";
import type { CreateNeed } from "../needs/input";
import { missingForPublication } from "../needs/lifecycle";

export type Need = typeof needs.$inferSelect;
export type Fields = Partial<Record<keyof CreateNeed, unknown>>;

/** The fields that the file says something of and in which it differs from the need there is. */
export function changedFields(existing: Need, need: CreateNeed, fields: readonly (keyof CreateNeed)[]) {
  // Without a reference of its own it was found by its ocid, which is not one to keep.
  const reference = existing.reference ?? need.reference;
  const kept = { ...existing, reference, cpv: existing.cpv?.slice(0, 8) ?? null } as Fields;
  return fields.filter((field) => !isDeepStrictEqual(kept[field], need[field]));
}

export const pick = (from: object, fields: readonly string[]): Fields =>
  Object.fromEntries(fields.map((field) => [field, (from as Record<string, unknown>)[field]]));

/** A published need whose window would be another: a slip. */
export const moves = (existing: Need, changed: readonly string[]): boolean =>
  existing.status === "published" && (changed.includes("windowStart") || changed.includes("windowEnd"));

/** What a row may not do to the need that has its reference. */
export function refusalsOf(existing: Need, need: CreateNeed, changed: readonly string[]): RowIssue[] {
  if (changed.length === 0) return [];
  if (existing.status === "withdrawn" || existing.status === "fulfilled")
    return [{ field: "reference", key: "imports.closedNeed" }];
  if (existing.status === "draft") return [];
  const after = { ...existing, ...pick(need, changed) } as Need;
  const becomesInvited = after.visibility === "invited" && existing.visibility !== "invited";
  return missingForPublication({ ...after, invitedCount: becomesInvited ? 0 : 1 }).map(({ field }) => ({
    field: COLUMN[field] ?? "title",
    key: "imports.neededOncePublished",
  }));
}

const COLUMN: Record<string, string> = {
  windowStart: "window_start",
  windowEnd: "window_end",
  valueMinCents: "value_min",
  valueMaxCents: "value_max",
  theme: "theme",
  invited: "visibility",
};
