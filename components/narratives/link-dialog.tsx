"use client";
import type { Editor } from "@tiptap/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { isLinkAddress } from "@/server/narratives/input";

/** Asks where the chosen words lead; the link under the caret is changed or taken away. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useTranslations("narratives");
  const before = (editor.getAttributes("link").href as string | undefined) ?? "";
  const [href, setHref] = useState(before);
  const [isWrong, setWrong] = useState(false);
  const isOnText = before !== "" || !editor.state.selection.empty;

  const close = () => {
    onClose();
    editor.commands.focus();
  };
  function place(event: FormEvent) {
    event.preventDefault();
    const address = href.trim();
    if (!isLinkAddress(address)) return setWrong(true);
    editor.chain().focus().extendMarkRange("link").setLink({ href: address }).run();
    onClose();
  }
  function takeAway() {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onClose();
  }
  return (
    <Dialog open onClose={close} title={t("link.title")} closeLabel={t("do.cancel")}>
      {isOnText ? (
        <form onSubmit={place} noValidate className="flex flex-col gap-4">
          <TextField
            label={t("link.address")}
            help={t("link.help")}
            error={isWrong && t("link.wrong")}
            value={href}
            inputMode="url"
            autoComplete="off"
            onChange={(event) => setHref(event.target.value)}
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" variant="primary">
              {t("do.setLink")}
            </Button>
            {before && <Button onClick={takeAway}>{t("do.unlink")}</Button>}
          </div>
        </form>
      ) : (
        <p>{t("link.select")}</p>
      )}
    </Dialog>
  );
}
