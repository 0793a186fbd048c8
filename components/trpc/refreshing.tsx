"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { Paced } from "./paced";
import { listen } from "./stream";
import { whenSeen } from "./when-seen";
import { whenUp } from "./when-up";

/** Where changes follow each other, a page is read again no more often than this. */
const EVERY_MS = 1_000;
const ignore = () => {};

/**
 * Refreshes the page when something it shows changes. The refresh asks the ordinary way, so it can show no more. It waits until
 * someone looks, and for a server that is away: a page that cannot be read would take the place of the one that is open.
 */
export function Refreshing({ topics, since }: { topics: string[]; since: number | null }) {
  const router = useRouter();
  const key = topics.join(",");
  const read = useRef(since);
  useEffect(() => {
    read.current = since;
  }, [since]);
  useEffect(() => {
    const gone = new AbortController();
    const refreshing = new Paced(EVERY_MS, () =>
      whenSeen(gone.signal)
        .then(() => whenUp(gone.signal))
        .then(() => router.refresh(), ignore),
    );
    const stop = listen({
      topics: key.split(","),
      since: read.current,
      onNudge: () => refreshing.ask(),
    });
    return () => {
      stop();
      refreshing.stop();
      gone.abort();
    };
  }, [key, router]);
  return null;
}
