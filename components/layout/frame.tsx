import type { ReactNode } from "react";

/** The frame around every page. */
export async function Frame({ children }: { locale: string; children: ReactNode }) {
  return <main id="main">{children}</main>;
}
