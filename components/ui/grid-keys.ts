import { placeAfter } from "./grid-place";

const STOPS = "a[href], button";

export type GridKeys = {
  /** After what is in the table changed. */
  arrange: () => void;
  stop: () => void;
};

/**
 * Makes a table a grid for the keyboard: one stop for Tab, arrows between cells. Links and buttons in cells have the focus
 * themselves, so that Enter is theirs. Without it the table is an ordinary one, whose links Tab walks through.
 */
export function listenToGrid(table: HTMLTableElement): GridKeys {
  const region = table.parentElement!;
  const tabIndexOfRegion = region.getAttribute("tabindex");

  const stopsIn = (row: HTMLTableRowElement) =>
    [...row.cells].flatMap((cell) => {
      const inside = [...cell.querySelectorAll<HTMLElement>(STOPS)];
      return (inside.length > 0 ? inside : [cell]).map((element) => ({ element, column: cell.cellIndex }));
    });
  const allStops = () => [...table.rows].map(stopsIn);

  function arrange() {
    const stops = allStops()
      .flat()
      .map(({ element }) => element);
    const current = stops.find(({ tabIndex }) => tabIndex === 0 && table.dataset.listening !== undefined);
    for (const element of stops) element.tabIndex = -1;
    const first = current ?? stops[0];
    if (first) first.tabIndex = 0;
    table.dataset.listening = "";
  }

  function take(element: HTMLElement) {
    for (const one of table.querySelectorAll<HTMLElement>('[tabindex="0"]')) one.tabIndex = -1;
    element.tabIndex = 0;
  }

  function key(event: KeyboardEvent) {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const stops = allStops();
    const row = stops.findIndex((one) => one.some(({ element }) => element === event.target));
    if (row < 0) return;
    const stop = stops[row]!.findIndex(({ element }) => element === event.target);
    const to = placeAfter(
      stops.map((one) => one.map(({ column }) => column)),
      { row, stop },
      event.key,
      { control: event.ctrlKey },
    );
    if (!to) return;
    event.preventDefault();
    keepClearOfHeads();
    stops[to.row]![to.stop]!.element.focus();
  }

  /** What keeps in sight while the rest scrolls must not cover what has the focus. */
  function keepClearOfHeads() {
    const corner = table.tHead?.rows[0]?.cells[0];
    if (!corner) return;
    region.style.scrollPaddingBlockStart = `${corner.offsetHeight}px`;
    region.style.scrollPaddingInlineStart = `${corner.offsetWidth}px`;
  }

  function focused({ target }: FocusEvent) {
    const element = target as HTMLElement;
    if (element.matches(STOPS) || element instanceof HTMLTableCellElement) take(element);
  }

  table.setAttribute("role", "grid");
  region.removeAttribute("tabindex");
  arrange();
  table.addEventListener("keydown", key);
  table.addEventListener("focusin", focused);
  return {
    arrange,
    stop() {
      table.removeEventListener("keydown", key);
      table.removeEventListener("focusin", focused);
      table.removeAttribute("role");
      delete table.dataset.listening;
      if (tabIndexOfRegion !== null) region.setAttribute("tabindex", tabIndexOfRegion);
      for (const { element } of allStops().flat()) element.removeAttribute("tabindex");
    },
  };
}
