"use client";
import "./editor.css";
import { Editor } from "@tiptap/core";
import { useTranslations } from "next-intl";
import { useEffect, useId, useReducer, useRef, useState } from "react";
import { sentenceOf, type Translate } from "@/components/forms/failure";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { MOST_CHARACTERS } from "@/server/narratives/input";
import { colourOf } from "./carets";
import { NarrativeConnection, type State } from "./connection";
import { extensionsFor } from "./extensions";
import { SavedSign } from "./saved-sign";
import { Toolbar } from "./toolbar";

export type EditorProps = { programmeId: string; language: string; me: { id: string; name: string } };

const NEARLY_FULL = 2_000;
type Open = { editor: Editor; connection: NarrativeConnection };

/** The narrative as its writers see it: one text, each other's carets, and whether it is saved. */
export default function NarrativeEditor({ programmeId, language, me: { id, name } }: EditorProps) {
  const t = useTranslations("narratives");
  const place = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [open, setOpen] = useState<Open | null>(null);
  const [state, setState] = useState<State>({ sign: "opening", isKept: false, refusal: null, others: [] });
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const label = t("editor");

  useEffect(() => {
    const connection = new NarrativeConnection(programmeId, id, setState);
    const editor = new Editor({
      element: place.current,
      injectCSS: false,
      extensions: extensionsFor(connection, { name, color: colourOf(id) }),
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label,
          "aria-describedby": helpId,
          lang: language,
          class: "co-text",
        },
      },
      onTransaction: redraw,
    });
    setOpen({ editor, connection });
    void connection.open();
    return () => {
      editor.destroy();
      connection.close();
      setOpen(null);
    };
  }, [programmeId, id, name, language, label, helpId]);

  const isUnsafe = state.sign === "refused" || (state.sign !== "saved" && !state.isKept);
  useEffect(() => {
    if (!isUnsafe) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isUnsafe]);

  const room = MOST_CHARACTERS - (open?.editor.state.doc.textContent.length ?? 0);
  return (
    <div className="flex flex-col gap-3">
      <Toolbar editor={open?.editor ?? null} />
      {state.refusal && <Refusal state={state} onDiscard={() => open?.connection.discard()} />}
      <div ref={place} className="co-sheet" />
      <div className="flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm">
        <SavedSign state={state} />
        <p aria-live="polite" className="text-muted">
          {t("others", { count: state.others.length, names: state.others.join(", ") })}
        </p>
      </div>
      {room <= NEARLY_FULL && (
        <p role="status" className="text-sm font-bold text-attention">
          {room > 0 ? t("room", { count: room }) : t("full")}
        </p>
      )}
      <p id={helpId} className="max-w-measure text-sm text-muted">
        {t("keyboard")}
      </p>
    </div>
  );
}

function Refusal({ state, onDiscard }: { state: State; onDiscard: () => Promise<void> | undefined }) {
  const t = useTranslations("narratives");
  const sentence = useTranslations() as unknown as Translate;
  return (
    <Notice kind="attention" title={t("sign.refused")}>
      <p>{state.refusal && sentenceOf(state.refusal, sentence)}</p>
      <p>{t("refusedHelp")}</p>
      <Button
        small
        onClick={async () => {
          await onDiscard();
          location.reload();
        }}
      >
        {t("do.discard")}
      </Button>
    </Notice>
  );
}
