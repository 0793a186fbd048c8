"use client";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "./icon";

export type DialogProps = {
  open: boolean;
  /** Escape, the close button, or a press beside it. */
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** Buttons under the text, the safest first. */
  actions?: ReactNode;
};

/** A question that must be answered first. The browser's own dialog: it keeps the focus in and gives it back. */
export function Dialog({ open, onClose, title, closeLabel, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="dialog"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <div className="flex flex-col gap-4 p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="text-xl">
            {title}
          </h2>
          <button type="button" className="-m-2 cursor-pointer p-3" aria-label={closeLabel} onClick={onClose}>
            <Icon name="cross" />
          </button>
        </div>
        <div className="flex flex-col gap-4">{children}</div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </div>
    </dialog>
  );
}
