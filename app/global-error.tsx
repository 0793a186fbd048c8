"use client";
import { useEffect } from "react";
import { whenUp } from "@/components/trpc/when-up";
import "./globals.css";

const PAUSE_MS = 3_000;
/** The texts of the pages are not there when not even their frame can be read. */
const SAID = {
  nl: {
    title: "Deze pagina is nu niet te lezen",
    help: "Wat u typte, is bewaard in deze browser. De pagina komt vanzelf terug zodra de server weer antwoordt.",
    again: "Nu opnieuw proberen",
  },
  en: {
    title: "This page cannot be read now",
    help: "What you typed is kept in this browser. The page comes back by itself when the server answers again.",
    again: "Try again now",
  },
};

/** In place of everything, when the frame around a page cannot be read either: the database is away, for one. */
export default function GlobalError() {
  const locale = typeof location !== "undefined" && location.pathname.startsWith("/en") ? "en" : "nl";
  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(
      () =>
        // A page that is loaded anew while it cannot be read gives way to the browser's own error, which does not come back.
        whenUp(gone.signal, location.href).then(
          () => location.reload(),
          () => {},
        ),
      PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, []);
  const { title, help, again } = SAID[locale];
  return (
    <html lang={locale}>
      <body>
        <main className="mx-auto flex max-w-measure flex-col items-start gap-4 px-4 py-16" role="alert">
          <h1 className="text-2xl">{title}</h1>
          <p>{help}</p>
          <button type="button" className="nl-button" onClick={() => location.reload()}>
            {again}
          </button>
        </main>
      </body>
    </html>
  );
}
