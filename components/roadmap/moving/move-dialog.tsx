"use client";
import { useLocale, useTranslations } from "next-intl";
import { Undo } from "@/components/forms/undo";
import { type MovableNeed, MoveForm } from "@/components/needs/move-form";
import { windowText } from "@/components/needs/window-text";
import { trpc } from "@/components/trpc/client";
import { Dialog } from "@/components/ui/dialog";
import type { Locale } from "@/components/ui/format";
import type { Window } from "@/server/core/quarters";

/** A need whose window its buyer may move. */
export type Movable = MovableNeed & { title: string };
export type Moved = { need: Movable; version: number; to: Window };

type Props = {
  need: Movable;
  /** Where it is to go, when that was drawn already. */
  to?: Window;
  close: () => void;
  done: (moved: Moved) => void;
};

/** Asks where the window goes, unless that was drawn, and why. */
export function MoveDialog({ need, to, close, done }: Props) {
  const t = useTranslations("roadmap.move");
  const said = useWindowText();
  return (
    <Dialog open title={t("title", { need: need.title })} closeLabel={t("close")} onClose={close}>
      {to && <p>{t("fromTo", { from: said(need, need), to: said(need, to) })}</p>}
      <MoveForm
        need={need}
        to={to}
        done={({ version, windowStart, windowEnd }) =>
          done({ need, version, to: { windowStart, windowEnd } })
        }
      />
    </Dialog>
  );
}

/** Says where the window is now, with the way back. */
export function MoveUndo({ moved: { need, version, to }, gone }: { moved: Moved; gone: () => void }) {
  const t = useTranslations("roadmap.move");
  const said = useWindowText();
  return (
    <Undo
      done={t("done", { need: need.title, window: said(need, to) })}
      undo={() =>
        trpc.needs.move.mutate({
          id: need.id,
          version,
          windowStart: need.windowStart,
          windowEnd: need.windowEnd,
          reason: t("undone"),
        })
      }
      gone={gone}
    />
  );
}

export function useWindowText() {
  const locale = useLocale() as Locale;
  return ({ precision }: Movable, window: Window) =>
    windowText({ ...window, windowPrecision: precision }, locale) ?? "";
}
