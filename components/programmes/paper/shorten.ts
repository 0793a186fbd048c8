/** The first `most`, and how many are left: a board paper has two pages, whatever the programme holds. */
export function firstOf<T>(list: readonly T[], most: number): { shown: T[]; left: T[] } {
  // One line that says "1 more" takes as much room as the one itself.
  const count = list.length === most + 1 ? most + 1 : most;
  return { shown: list.slice(0, count), left: list.slice(count) };
}

/** At most `most` characters, cut between words. */
export function clip(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > most / 2 ? space : undefined)}…`;
}

type Valued = { valueMinCents: number | null; valueMaxCents: number | null };

/** From the lowest values together to the highest together, in cents. */
export function totalOf(needs: readonly Valued[]): { min: number; max: number } {
  return {
    min: needs.reduce((sum, need) => sum + (need.valueMinCents ?? 0), 0),
    max: needs.reduce((sum, need) => sum + (need.valueMaxCents ?? 0), 0),
  };
}
