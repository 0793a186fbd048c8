"use client";
import { createContext, type ReactNode, useContext } from "react";

/** What an object was at an earlier moment, as far as it is different now. */
export type EarlierValues = { at: Date; values: Record<string, unknown> };

const Context = createContext<EarlierValues | null>(null);

/** Sets the form in it to what the object was; nothing is restored before it is saved, as any change is. */
export function Earlier({ earlier, children }: { earlier: EarlierValues | null; children: ReactNode }) {
  return <Context value={earlier}>{children}</Context>;
}

export const useEarlier = () => useContext(Context);
