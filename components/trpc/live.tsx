"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** This open page, by which others know it. A reload makes another. */
const PAGE = typeof crypto === "undefined" ? "" : (crypto.randomUUID?.() ?? "");
const PRESENCE = "bundel:presence";

/** Calls back whenever someone came or left, or may have. @returns the way to stop */
export function onPresence(listener: () => void): () => void {
  window.addEventListener(PRESENCE, listener);
  return () => window.removeEventListener(PRESENCE, listener);
}
const tellPresence = () => window.dispatchEvent(new Event(PRESENCE));

/** Refreshes the page when something it shows changes. The refresh asks the ordinary way, so it can show no more. */
export function Live({ topics }: { topics: string[] }) {
  const router = useRouter();
  const key = topics.join(",");
  useEffect(() => {
    const source = new EventSource(`/api/live?${new URLSearchParams({ topics: key, page: PAGE })}`);
    let seen = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), 100);
    };
    // The first sync only says that we are connected; each later one, that something may have been missed.
    source.addEventListener("sync", () => {
      if (seen) refresh();
      seen = true;
      tellPresence();
    });
    source.addEventListener("presence", tellPresence);
    source.addEventListener("nudge", refresh);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [key, router]);
  return null;
}
