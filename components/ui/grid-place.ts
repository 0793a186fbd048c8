/** What can have the focus in a row, in order: of each the column it stands in. A cell with two links is two stops. */
export type Rows = readonly (readonly number[])[];
export type Place = { row: number; stop: number };

const ROWS_A_PAGE = 10;

/**
 * Where a key leads from a place in a grid, as the grid pattern of WAI-ARIA says; null where it leads nowhere. Up and down
 * keep to the column.
 */
export function placeAfter(rows: Rows, at: Place, key: string, { control = false } = {}): Place | null {
  const to = control ? placeInGrid(rows, key) : placeNearby(rows, at, key);
  return to && (to.row !== at.row || to.stop !== at.stop) ? to : null;
}

function placeInGrid(rows: Rows, key: string): Place | null {
  if (key === "Home") return { row: 0, stop: 0 };
  if (key === "End") return { row: rows.length - 1, stop: rows.at(-1)!.length - 1 };
  return null;
}

function placeNearby(rows: Rows, { row, stop }: Place, key: string): Place | null {
  const last = rows[row]!.length - 1;
  const column = rows[row]![stop]!;
  const rowsOn = (by: number): Place => {
    const to = Math.min(Math.max(row + by, 0), rows.length - 1);
    return to === row ? { row, stop } : { row: to, stop: stopIn(rows[to]!, column) };
  };
  switch (key) {
    case "ArrowRight":
      return { row, stop: Math.min(stop + 1, last) };
    case "ArrowLeft":
      return { row, stop: Math.max(stop - 1, 0) };
    case "ArrowDown":
      return rowsOn(1);
    case "ArrowUp":
      return rowsOn(-1);
    case "PageDown":
      return rowsOn(ROWS_A_PAGE);
    case "PageUp":
      return rowsOn(-ROWS_A_PAGE);
    case "Home":
      return { row, stop: 0 };
    case "End":
      return { row, stop: last };
    default:
      return null;
  }
}

/** The first stop in this column, or in the nearest before it. */
function stopIn(columns: readonly number[], column: number): number {
  const nearest = columns.filter((one) => one <= column).at(-1) ?? columns[0]!;
  return columns.indexOf(nearest);
}
