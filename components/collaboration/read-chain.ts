import { cache } from "react";
import type { ChainOf } from "@/server/collaboration/input";
import { caller } from "@/server/trpc/caller";

/** The chain through an object, walked once per page however many parts show it. */
export const readChain = (at: ChainOf) => read(at.kind, at.id);

const read = cache(async (kind: ChainOf["kind"], id: string) =>
  (await caller()).collaboration.chain({ kind, id } as ChainOf),
);
