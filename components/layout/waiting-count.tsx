"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** How many duties wait for the reader. The browser asks once a page is there, so that no page waits for the answer. */
export function WaitingCount() {
  const t = useTranslations("layout");
  const path = usePathname() ?? "";
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isHere = true;
    countOn(path).then((found) => isHere && setCount(found));
    return () => {
      isHere = false;
    };
  }, [path]);
  if (count === 0) return null;
  return (
    <span className="ms-1.5 rounded-full bg-action-fill px-1.5 py-0.5 text-xs font-bold text-on-action">
      {count}
      <span className="sr-only"> {t("waiting")}</span>
    </span>
  );
}

/** The bar shows the count at two widths; both share one question. */
let asked: { path: string; count: Promise<number> } | null = null;

function countOn(path: string): Promise<number> {
  if (asked?.path !== path)
    asked = {
      path,
      count: fetch("/api/trpc/notifications.waiting")
        .then(async (response) => (response.ok ? (await response.json()).result.data : 0))
        .catch(() => 0),
    };
  return asked.count;
}
