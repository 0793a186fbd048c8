"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";

/**
 * Tells who is still writing that the challenge has closed, at the moment that it does. The form stays, so that nothing
 * of what was typed goes out of sight.
 */
export function ClosedNotice({ msToDeadline }: { msToDeadline: number }) {
  const t = useTranslations("responses.respond");
  const [isClosed, setClosed] = useState(false);
  useEffect(() => {
    // A browser counts no further than some weeks; who writes that long, is told at their next save.
    const timer = msToDeadline < 2 ** 31 ? setTimeout(() => setClosed(true), msToDeadline) : undefined;
    return () => clearTimeout(timer);
  }, [msToDeadline]);
  if (!isClosed) return null;
  return (
    <Notice kind="error" live title={t("closed")}>
      {t("closedText")}
    </Notice>
  );
}
