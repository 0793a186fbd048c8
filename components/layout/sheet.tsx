"use client";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useId, useRef } from "react";

/**
 * What stands in the bar where it is wide, and elsewhere opens under it by a button: one drawing for both. The browser's
 * own popover closes it on Escape and on a press elsewhere; it works without JavaScript.
 */
export function Sheet({ label, children }: { label: ReactNode; children: ReactNode }) {
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason to close it
  useEffect(() => {
    if (sheet.current?.matches(":popover-open")) sheet.current.hidePopover();
  }, [path]);
  return (
    <>
      <button type="button" popoverTarget={id} className="sheet-button">
        {label}
      </button>
      <div ref={sheet} id={id} popover="auto" className="sheet">
        {children}
      </div>
    </>
  );
}
