"use client";
import type { Editor } from "@tiptap/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { classes } from "@/components/ui/classes";
import { LinkDialog } from "./link-dialog";

type Tool = { key: string; isOn?: (editor: Editor) => boolean; act: (editor: Editor) => unknown };

const TOOLS: Tool[] = [
  {
    key: "heading",
    isOn: (editor) => editor.isActive("heading", { level: 2 }),
    act: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    key: "subheading",
    isOn: (editor) => editor.isActive("heading", { level: 3 }),
    act: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    key: "bold",
    isOn: (editor) => editor.isActive("bold"),
    act: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    key: "list",
    isOn: (editor) => editor.isActive("bulletList"),
    act: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    key: "numbered",
    isOn: (editor) => editor.isActive("orderedList"),
    act: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
];
const STEPS: Tool[] = [
  { key: "undo", act: (editor) => editor.chain().focus().undo().run() },
  { key: "redo", act: (editor) => editor.chain().focus().redo().run() },
];

/** What can be done to the text, with what is on now. */
export function Toolbar({ editor }: { editor: Editor | null }) {
  const t = useTranslations("narratives");
  const [isLinking, setLinking] = useState(false);
  const shown = (tools: Tool[]) =>
    tools.map(({ key, isOn, act }) => (
      <ToolButton key={key} on={editor && isOn?.(editor)} onClick={() => editor && act(editor)}>
        {t(`do.${key}`)}
      </ToolButton>
    ));
  return (
    <fieldset aria-label={t("tools")} className="no-print flex min-w-0 flex-wrap gap-1">
      {shown(TOOLS)}
      <ToolButton on={editor?.isActive("link") ?? false} onClick={() => setLinking(true)}>
        {t("do.link")}
      </ToolButton>
      {shown(STEPS)}
      {editor && isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </fieldset>
  );
}

type ToolButtonProps = { on?: boolean | null; onClick: () => void; children: string };

function ToolButton({ on, onClick, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={on ?? undefined}
      className={classes("co-tool", on && "co-tool--on")}
      // The selection in the text stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
