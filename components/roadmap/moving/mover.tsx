"use client";
import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useRef, useState } from "react";
import { shifted, type Window } from "@/server/core/quarters";
import { placeOn } from "../place";
import { listenToBars } from "./gesture";
import { type Movable, MoveDialog, type Moved, MoveUndo, useWindowText } from "./move-dialog";

type Props = { timeline: RefObject<HTMLElement | null>; columns: string[]; needs: Movable[] };

/** Lets a buyer move the bars of its own needs, by pointer or keyboard; the reason is asked before anything is saved. */
export default function Mover({ timeline, columns, needs }: Props) {
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
        <MoveDialog
          need={asked.need}
          to={asked.to}
          close={() => close(asked.need, asked.need)}
          done={(moved) => {
            close(moved.need, moved.to);
            setMoved(moved);
            router.refresh();
          }}
        />
      )}
      {moved && <MoveUndo key={moved.version} moved={moved} gone={() => setMoved(null)} />}
    </>
  );
}

const barOf = (timeline: HTMLElement | null, id: string) =>
  timeline?.querySelector<HTMLElement>(`[data-need="${id}"]`);
