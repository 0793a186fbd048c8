import { type Column, joinLines } from "../ocds/columns";
import type { ExportedNeed } from "./queries";

/** What a cell holds, before a kind of file writes it its own way. */
export type Cell = { text: string } | { day: string } | { cents: number };

/** Where each column of a file is taken from: the same columns as are read back in. */
const CELLS: Record<Column, (need: ExportedNeed) => Cell | null> = {
  reference: (need) => text(need.reference),
  title: (need) => text(need.title),
  description: (need) => text(need.description),
  language: (need) => text(need.language),
  cpv: (need) => text(need.cpv),
  buyer: (need) => text(need.buyer),
  window_start: (need) => day(need.windowStart),
  window_end: (need) => day(need.windowEnd),
  value_min: (need) => cents(need.valueMinCents),
  value_max: (need) => cents(need.valueMaxCents),
  certainty: (need) => text(need.certainty),
  theme: (need) => text(need.theme),
  ecosystems: (need) => text(joinLines(need.ecosystems)),
  place: (need) => text(need.place),
  procedure: (need) => text(need.procedure),
  skills: (need) => text(joinLines(need.skills)),
  questions: (need) => text(joinLines(need.questions)),
  visibility: (need) => text(need.visibility),
};

/** The cells of a need, in the order of the columns. */
export const cellsOf = (need: ExportedNeed): (Cell | null)[] =>
  Object.values(CELLS).map((cell) => cell(need));

const text = (value: string | null): Cell | null => (value ? { text: value } : null);
const day = (value: string | null): Cell | null => (value === null ? null : { day: value });
const cents = (value: number | null): Cell | null => (value === null ? null : { cents: value });
