import type { BoardView } from "@/server/roadmap/queries/board";
import type { Place } from "@/server/roadmap/queries/places";
import type { RoadmapView } from "@/server/roadmap/queries/timeline";

const MOST = 500;

/** The ids of the needs that are shown, each once: on the board, in the places, or on the timeline. */
export function needsShown({
  roadmap,
  board,
  places,
}: {
  roadmap: RoadmapView;
  board: BoardView | null;
  places: Place[] | null;
}): string[] {
  const parts = board?.columns ?? places ?? [...roadmap.lanes, { shown: roadmap.loose }];
  return [...new Set(parts.flatMap(({ shown }) => shown.map(({ id }) => id)))].slice(0, MOST);
}
