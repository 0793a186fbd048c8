import type { Shift } from "@/server/core/quarters";

/** What is told while a bar is being moved: `show` draws it and says whether the bar can be there. */
export type Moving = {
  show: (needId: string, by: Shift) => boolean;
  /** The bar stays where it was. */
  reset: (needId: string) => void;
  /** It was let go, or Enter was pressed: now the reason is asked. */
  ask: (needId: string, by: Shift) => void;
};

type Side = "both" | "start" | "end";
type Held = { bar: HTMLElement; needId: string; side: Side; x: number; scrolled: number; by: Shift };

const EDGE = 10;
const NEAR_THE_END = 48;
const NONE: Shift = { start: 0, end: 0 };
const shiftOf = (side: Side, steps: number): Shift => ({
  start: side === "end" ? 0 : steps,
  end: side === "start" ? 0 : steps,
});
const isNone = (by: Shift) => by.start === 0 && by.end === 0;

/**
 * Listens to a timeline whose movable bars carry `data-need`: dragging in the middle moves the window, at an end that
 * end; arrows do the same by a quarter, with Shift for the end. Escape puts it back.
 * @returns the way to stop
 */
export function listenToBars(timeline: HTMLElement, columns: number, moving: Moving): () => void {
  const region = timeline.parentElement!;
  let held: Held | null = null;
  let dragged = false;
  /** Moved by keyboard and not yet decided. */
  let pending: { needId: string; by: Shift } | null = null;

  const barAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>("[data-need]") : null;

  function down(event: PointerEvent) {
    const bar = barAt(event.target);
    if (!bar || event.button !== 0) return;
    forget();
    const { left, right, width } = bar.getBoundingClientRect();
    const hasEnds = width > 4 * EDGE;
    const side: Side =
      hasEnds && event.clientX < left + EDGE
        ? "start"
        : hasEnds && event.clientX > right - EDGE
          ? "end"
          : "both";
    held = { bar, needId: bar.dataset.need!, side, x: event.clientX, scrolled: region.scrollLeft, by: NONE };
    dragged = false;
    bar.setPointerCapture(event.pointerId);
  }

  function drag(event: PointerEvent) {
    if (!held) return;
    scrollNearTheEnd(event.clientX);
    const distance = event.clientX - held.x + region.scrollLeft - held.scrolled;
    const by = shiftOf(held.side, Math.round((distance * columns) / timeline.clientWidth));
    if (by.start === held.by.start && by.end === held.by.end) return;
    if (!moving.show(held.needId, by)) return;
    held.by = by;
    dragged = true;
    held.bar.dataset.moving = "";
  }

  function up() {
    if (!held) return;
    const { needId, by, bar } = held;
    held = null;
    delete bar.dataset.moving;
    if (!isNone(by)) moving.ask(needId, by);
  }

  function cancel() {
    if (!held) return;
    delete held.bar.dataset.moving;
    moving.reset(held.needId);
    held = null;
  }

  /** Also Enter and Space on a bar; the click that ends a drag is none. */
  function click(event: MouseEvent) {
    const bar = barAt(event.target);
    if (!bar) return;
    if (dragged) dragged = false;
    else {
      const by = pending?.by ?? NONE;
      pending = null;
      moving.ask(bar.dataset.need!, by);
    }
  }

  function key(event: KeyboardEvent) {
    if (event.key === "Escape") {
      cancel();
      forget();
    }
    const bar = barAt(event.target);
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!bar || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const needId = bar.dataset.need!;
    const before = pending?.by ?? NONE;
    const more = shiftOf(event.shiftKey ? "end" : "both", step);
    const by = { start: before.start + more.start, end: before.end + more.end };
    if (moving.show(needId, by)) pending = { needId, by };
  }

  function forget() {
    if (pending) moving.reset(pending.needId);
    pending = null;
  }

  function scrollNearTheEnd(x: number) {
    const { left, right } = region.getBoundingClientRect();
    if (x > right - NEAR_THE_END) region.scrollLeft += EDGE;
    if (x < left + NEAR_THE_END) region.scrollLeft -= EDGE;
  }

  const listeners = {
    pointerdown: down,
    pointermove: drag,
    pointerup: up,
    pointercancel: cancel,
    click,
    keydown: key,
    focusout: forget,
  } as Record<string, (event: never) => void>;
  for (const [type, listener] of Object.entries(listeners))
    timeline.addEventListener(type, listener as EventListener);
  timeline.dataset.listening = "";
  return () => {
    delete timeline.dataset.listening;
    for (const [type, listener] of Object.entries(listeners))
      timeline.removeEventListener(type, listener as EventListener);
  };
}
