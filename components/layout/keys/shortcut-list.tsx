"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField } from "@/components/ui/choice-field";
import { Dialog } from "@/components/ui/dialog";
import { lettersOn, SHORTCUTS, turnLetters } from "./shortcuts";

/** All shortcuts, and the switch that turns the letters off. */
export default function ShortcutList({ close }: { close: () => void }) {
  const t = useTranslations("layout");
  const [on, setOn] = useState(lettersOn());
  const [kept, setKept] = useState(true);
  return (
    <Dialog open onClose={close} title={t("keys.list")} closeLabel={t("keys.close")}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
        <Shortcut keys="Ctrl K" text={t("keys.palette")} />
        {on && SHORTCUTS.map(({ keys, text }) => <Shortcut key={keys} keys={keys} text={t(text)} />)}
        {on && <Shortcut keys="?" text={t("keys.list")} />}
      </dl>
      <CheckboxField
        label={t("keys.letters")}
        help={t("keys.lettersHelp")}
        error={kept ? undefined : t("keys.notKept")}
        checked={on}
        onChange={({ target }) => {
          setOn(target.checked);
          setKept(turnLetters(target.checked));
        }}
      />
    </Dialog>
  );
}

function Shortcut({ keys, text }: { keys: string; text: string }) {
  return (
    <>
      <dt className="flex gap-1">
        {keys.split(" ").map((key) => (
          <kbd key={key} className="rounded-sm border border-edge px-1.5 font-mono text-sm">
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </>
  );
}
