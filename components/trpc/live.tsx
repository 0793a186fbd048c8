"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { whenUp } from "./when-up";

/** This open page, by which others know it. A reload makes another. */
const PAGE = typeof crypto === "undefined" ? "" : (crypto.randomUUID?.() ?? "");
const PRESENCE = "bundel:presence";
const SOONEST_MS = 1_000;
const LATEST_MS = 60_000;
const ignore = () => {};

/** Calls back whenever someone came or left, or may have. @returns the way to stop */
export function onPresence(listener: () => void): () => void {
  window.addEventListener(PRESENCE, listener);
  return () => window.removeEventListener(PRESENCE, listener);
}
const tellPresence = () => window.dispatchEvent(new Event(PRESENCE));

/**
 * Refreshes the page when something it shows changes. The refresh asks the ordinary way, so it can show no more. It waits for
 * a server that is away: a page that cannot be read would take the place of the one that is open.
 */
export function Live({ topics }: { topics: string[] }) {
  const router = useRouter();
  const key = topics.join(",");
  useEffect(() => {
    const gone = new AbortController();
    let source: EventSource;
    let seen = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let again = SOONEST_MS;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => whenUp(gone.signal).then(() => router.refresh(), ignore), 100);
    };
    const open = () => {
      source = new EventSource(`/api/live?${new URLSearchParams({ topics: key, page: PAGE })}`);
      // The first sync only says that we are connected; each later one, that something may have been missed.
      source.addEventListener("sync", () => {
        if (seen) refresh();
        seen = true;
        again = SOONEST_MS;
        tellPresence();
      });
      source.addEventListener("presence", tellPresence);
      source.addEventListener("nudge", refresh);
      // The browser itself comes back after a lost connection, but not after an answer that was no stream.
      source.addEventListener("error", () => {
        if (source.readyState !== EventSource.CLOSED) return;
        setTimeout(() => !gone.signal.aborted && open(), again);
        again = Math.min(again * 2, LATEST_MS);
      });
    };
    open();
    return () => {
      clearTimeout(timer);
      gone.abort();
      source.close();
    };
  }, [key, router]);
  return null;
}
