import type { z } from "zod";
import type { Missing } from "@/server/core/lifecycle";

/** Puts what is missing by the rules at its field, before anything is sent. */
export function addMissing(ctx: z.RefinementCtx, missing: Missing[]): void {
  for (const { field, key } of missing)
    ctx.addIssue({ code: "custom", path: field.split(".").map(asStep), message: key });
}

const asStep = (part: string) => (/^\d+$/.test(part) ? Number(part) : part);
