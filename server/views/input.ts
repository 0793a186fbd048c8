import { z } from "zod";
import { needFilters } from "../needs/input";

const name = z.string().trim().min(1).max(80);
/** A page of the roadmap with what it asks, without a language. */
const address = z
  .string()
  .max(1000)
  .regex(/^\/roadmap(\/[a-z-]+)?(\?[^\s#]*)?$/);
const id = z.uuid();
/** The view whose needs a calendar holds; null for what the person follows. */
const viewId = z.uuid().nullable();

export const saveViewInput = z.strictObject({ name, address, filters: z.strictObject(needFilters) });
export const renameViewInput = z.strictObject({ id, name });
export const viewInput = z.strictObject({ id });
export const feedInput = z.strictObject({ viewId });

export type SaveView = z.infer<typeof saveViewInput>;
export type RenameView = z.infer<typeof renameViewInput>;
export type Feed = z.infer<typeof feedInput>;

/** More than anyone looks through; keeps a script from filling the table. */
export const MOST_VIEWS = 50;
