"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** A browser counts no further than some weeks; and a page may sleep, so it counts anew each day. */
const LONGEST = 86_400_000;

/**
 * Refreshes the page when the given time has passed: for what changes by the clock, without anyone's act. The time left
 * is told by the server, so that the browser's own clock may be wrong.
 */
export function RefreshAfter({ ms }: { ms: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), Math.min(ms, LONGEST));
    return () => clearTimeout(timer);
  }, [ms, router]);
  return null;
}
