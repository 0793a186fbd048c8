"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Refreshes the page when something it shows changes. The refresh asks the ordinary way, so it can show no more. */
export function Live({ topics }: { topics: string[] }) {
  const router = useRouter();
  const key = topics.join(",");
  useEffect(() => {
    const source = new EventSource(`/api/live?topics=${encodeURIComponent(key)}`);
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
    });
    source.addEventListener("nudge", refresh);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [key, router]);
  return null;
}
