"use client";
import { useEffect, useRef } from "react";
import type { Place, Subject } from "@/server/collaboration/input";

/** Remembers, when the reader leaves the page, that they have seen what happened up to here. Until then the marks stay. */
export function Looked({ at, seq }: { at: Subject | Place; seq: number }) {
  const seen = useRef(seq);
  seen.current = Math.max(seen.current, seq);
  const where = JSON.stringify(at);
  useEffect(() => {
    const tell = () => {
      // Not by the ordinary client, whose requests end with the page.
      void fetch("/api/trpc/collaboration.look", {
        method: "POST",
        keepalive: true,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ at: JSON.parse(where), seq: seen.current }),
      }).catch(() => {});
    };
    window.addEventListener("pagehide", tell);
    return () => {
      window.removeEventListener("pagehide", tell);
      tell();
    };
  }, [where]);
  return null;
}
