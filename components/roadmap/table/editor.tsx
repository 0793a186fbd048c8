"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Certainty } from "@/db/enums";
import { CertaintyUndo } from "../moving/certainty-undo";
import { MoveDialog, type Moved, MoveUndo } from "../moving/move-dialog";
import { CertaintyDialog } from "./certainty-dialog";
import type { Edit, TableWords } from "./rows";

type Set = { id: string; title: string; version: number; was: Certainty; is: Certainty };
type Props = { edit: Edit | null; words: TableWords; close: () => void };

/** Changes the certainty or the window of a need from its cell, with the way back. */
export default function Editor({ edit, words, close }: Props) {
  const router = useRouter();
  const [set, setSet] = useState<Set | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const leave = () => {
    close();
    edit?.from.focus();
  };
  const saved = () => {
    leave();
    router.refresh();
  };
  return (
    <>
      {edit?.what === "certainty" && (
        <CertaintyDialog
          need={{
            id: edit.row.id,
            title: edit.row.title,
            version: edit.own.version,
            certainty: edit.row.certainty,
          }}
          words={words.certainty}
          close={leave}
          done={(version, is) => {
            const { id, title, certainty: was } = edit.row;
            setMoved(null);
            setSet({ id, title, version, was, is });
            saved();
          }}
        />
      )}
      {edit?.what === "window" && (
        <MoveDialog
          need={{ id: edit.row.id, title: edit.row.title, ...edit.own }}
          close={leave}
          done={(moved) => {
            setSet(null);
            setMoved(moved);
            saved();
          }}
        />
      )}
      {set && (
        <CertaintyUndo
          key={set.version}
          need={set}
          version={set.version}
          was={set.was}
          said={words.certainty[set.is]}
          gone={() => setSet(null)}
        />
      )}
      {moved && <MoveUndo key={moved.version} moved={moved} gone={() => setMoved(null)} />}
    </>
  );
}
