import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";

/**
 * Lets cards (`data-card`) be dragged between columns (`data-column`). What is drawn may change meanwhile, so cards and
 * columns are looked up anew whenever it does.
 * @returns the way to stop
 */
export function listenToCards(board: HTMLElement, moved: (card: string, column: string) => void): () => void {
  let stop = attach(board, moved);
  const changes = new MutationObserver(() => {
    stop();
    stop = attach(board, moved);
  });
  changes.observe(board, { childList: true, subtree: true });
  return () => {
    changes.disconnect();
    stop();
  };
}

function attach(board: HTMLElement, moved: (card: string, column: string) => void): () => void {
  const all = (selector: string) => [...board.querySelectorAll<HTMLElement>(selector)];
  return combine(
    ...all("[data-card]").map((element) =>
      draggable({ element, getInitialData: () => ({ card: element.dataset.card }) }),
    ),
    ...all("[data-column]").map((element) =>
      dropTargetForElements({
        element,
        onDragEnter: () => element.setAttribute("data-over", ""),
        onDragLeave: () => element.removeAttribute("data-over"),
        onDrop: ({ source }) => {
          element.removeAttribute("data-over");
          moved(String(source.data.card), element.dataset.column!);
        },
      }),
    ),
  );
}
