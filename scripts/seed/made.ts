/** Where the invented objects got their ids. */
export type Made = Record<
  "needs" | "programmes" | "interventions" | "challenges" | "responses",
  Map<string, string>
>;

export const euro = (amount: number) => Math.round(amount * 100);
