"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Undo } from "@/components/forms/undo";
import { type MovableNeed, MoveForm } from "@/components/needs/move-form";
import { windowText } from "@/components/needs/window-text";
import { trpc } from "@/components/trpc/client";
import { Dialog } from "@/components/ui/dialog";
import type { Locale } from "@/components/ui/format";
import { shifted, type Window } from "@/server/core/quarters";
import { placeOn } from "../place";
import { listenToBars } from "./gesture";

/** A need whose bar its buyer may move. */
export type Movable = MovableNeed & { title: string };
type Props = { timeline: RefObject<HTMLElement | null>; columns: string[]; needs: Movable[] };
type Moved = { need: Movable; version: number; to: Window };

/** Lets a buyer move the bars of its own needs, by pointer or keyboard; the reason is asked before anything is saved. */
export default function Mover({ timeline, columns, needs }: Props) {
  const t = useTranslations("roadmap.move");
  const said = useWindowText();
  const router = useRouter();
  const [asked, setAsked] = useState<{ need: Movable; to: Window } | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const [told, setTold] = useState("");
  const latest = useRef({ needs, said });
  latest.current = { needs, said };

  useEffect(() => {
    const root = timeline.current;
    if (!root) return;
    const needOf = (id: string) => latest.current.needs.find((need) => need.id === id)!;
    const draw = (need: Movable, window: Window) => {
      const { first, last } = placeOn(columns, window);
      barOf(root, need.id)?.style.setProperty("grid-column", `${first} / ${last}`);
    };
    return listenToBars(root, columns.length, {
      show(id, by) {
        const to = shifted(needOf(id), by);
        if (!to) return false;
        draw(needOf(id), to);
        setTold(latest.current.said(needOf(id), to));
        return true;
      },
      reset: (id) => draw(needOf(id), needOf(id)),
      ask(id, by) {
        const need = needOf(id);
        setAsked({ need, to: shifted(need, by) ?? need });
      },
    });
  }, [timeline, columns]);

  function close(need: Movable, to: Window) {
    setAsked(null);
    const { first, last } = placeOn(columns, to);
    barOf(timeline.current, need.id)?.style.setProperty("grid-column", `${first} / ${last}`);
  }

  return (
    <>
      <p role="status" className="sr-only">
        {told}
      </p>
      {asked && (
        <Dialog
          open
          title={t("title", { need: asked.need.title })}
          closeLabel={t("close")}
          onClose={() => close(asked.need, asked.need)}
        >
          <p>{t("fromTo", { from: said(asked.need, asked.need), to: said(asked.need, asked.to) })}</p>
          <MoveForm
            need={asked.need}
            to={asked.to}
            done={({ version, windowStart, windowEnd }) => {
              const to = { windowStart, windowEnd };
              close(asked.need, to);
              setMoved({ need: asked.need, version, to });
              router.refresh();
            }}
          />
        </Dialog>
      )}
      {moved && (
        <Undo
          key={moved.version}
          done={t("done", { need: moved.need.title, window: said(moved.need, moved.to) })}
          undo={() =>
            trpc.needs.move.mutate({
              id: moved.need.id,
              version: moved.version,
              windowStart: moved.need.windowStart,
              windowEnd: moved.need.windowEnd,
              reason: t("undone"),
            })
          }
          gone={() => setMoved(null)}
        />
      )}
    </>
  );
}

const barOf = (timeline: HTMLElement | null, id: string) =>
  timeline?.querySelector<HTMLElement>(`[data-need="${id}"]`);

function useWindowText() {
  const locale = useLocale() as Locale;
  return ({ precision }: Movable, window: Window) =>
    windowText({ ...window, windowPrecision: precision }, locale) ?? "";
}
