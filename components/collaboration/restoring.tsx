import type { ReactNode } from "react";
import { Earlier } from "@/components/forms/earlier";
import { type EarlierOf, earlierInput } from "@/server/collaboration/input";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = {
  kind: EarlierOf["kind"];
  id: string;
  /** The event after which it was so, from the address of the page. */
  as: string | string[] | undefined;
  children: ReactNode;
};

/** Around a form: sets it to what the object was just after that event. */
export async function Restoring({ kind, id, as, children }: Props) {
  const asked = earlierInput.safeParse({ kind, id, seq: Number(as) });
  if (as === undefined || !asked.success) return children;
  const earlier = await orNotFound((await caller()).collaboration.earlier(asked.data));
  return <Earlier earlier={earlier}>{children}</Earlier>;
}
