import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requestContext } from "./context";
import { createCaller } from "./root";

/** The in-process caller of pages: the same procedures as the browser's, without HTTP. */
export const caller = cache(async () => createCaller(await requestContext()));

/** The place in the log that all of this page includes, for those who are to hear of what comes after it. */
export const headOfPage = async (): Promise<number | null> => (await requestContext()).head;

/** What may not be seen and what does not exist are the same page. A malformed address is no page either. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(error.code)) notFound();
    throw error;
  }
}
