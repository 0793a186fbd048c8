import type { BoardView } from "@/server/roadmap/queries/board";
import type { Place } from "@/server/roadmap/queries/places";
import type { TableView } from "@/server/roadmap/queries/table";
import type { RoadmapView } from "@/server/roadmap/queries/timeline";

const MOST = 500;

/** The ids of the needs that are shown, each once: on the board, in the places, in the table, or on the timeline. */
export function needsShown({
  roadmap,
  board,
  places,
  table,
}: {
  roadmap: RoadmapView;
  board: BoardView | null;
  places: Place[] | null;
  table: TableView | null;
}): string[] {
  if (table) return table.rows.map(({ id }) => id);
  const parts = board?.columns ?? places ?? [...roadmap.lanes, { shown: roadmap.loose }];
  return [...new Set(parts.flatMap(({ shown }) => shown.map(({ id }) => id)))].slice(0, MOST);
}
