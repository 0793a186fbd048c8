"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { localPath } from "@/components/ui/local-path";
import { lettersOn, shortcutOf } from "./shortcuts";

type Shown = "palette" | "list" | null;

const Palette = dynamic(() => import("./palette"), { ssr: false });
const ShortcutList = dynamic(() => import("./shortcut-list"), { ssr: false });

const ASK = "bundel:keys";
const TOO_LATE_MS = 1_500;

/** Ctrl+K opens the palette, letters lead to places, ? lists them. What that takes is loaded when it is first used. */
export function Keys({ isSignedIn }: { isSignedIn: boolean }) {
  const router = useRouter();
  const locale = useLocale();
  const [shown, setShown] = useState<Shown>(null);

  useEffect(() => {
    let typed: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = () => {
      typed = [];
    };
    const key = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setShown("palette");
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target) || !lettersOn()) return;
      if (event.key === "?") return setShown("list");
      typed = [...typed, event.key.toLowerCase()].slice(-2);
      const led = shortcutOf(typed) ?? shortcutOf([typed.at(-1)!]);
      clearTimeout(timer);
      if (led === "more") timer = setTimeout(forget, TOO_LATE_MS);
      else forget();
      if (led === null || led === "more") return;
      event.preventDefault();
      router.push(localPath(led.href, locale));
    };
    const ask = (event: Event) => setShown((event as CustomEvent<Shown>).detail);
    document.addEventListener("keydown", key);
    document.addEventListener(ASK, ask);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", key);
      document.removeEventListener(ASK, ask);
    };
  }, [router, locale]);

  const close = () => setShown(null);
  return (
    <>
      {shown === "palette" && <Palette isSignedIn={isSignedIn} close={close} list={() => setShown("list")} />}
      {shown === "list" && <ShortcutList close={close} />}
    </>
  );
}

/** Opens the list of shortcuts by pointer. */
export function KeysButton() {
  const t = useTranslations("layout.keys");
  return (
    <button
      type="button"
      className="text-link cursor-pointer"
      onClick={() => document.dispatchEvent(new CustomEvent(ASK, { detail: "list" }))}
    >
      {t("list")}
    </button>
  );
}

/** Where a letter already means something: in a field, in a dialog, on a control that is moved by keys. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable], dialog[open], [role=grid], [role=listbox]") !==
    null;
