"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { trpc } from "@/components/trpc/client";
import { onPresence } from "@/components/trpc/stream";
import type { Commented } from "@/server/collaboration/input";
import type { Present } from "@/server/collaboration/queries/presence";

/** Many who come at once are one change. */
const PAUSE_MS = 300;

/** Who else has this object open, as initials; asked for anew when someone comes or leaves, without the page. */
export function PresentPeople({ kind, id }: Commented) {
  const t = useTranslations("collaboration.present");
  const [people, setPeople] = useState<Present[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLate = false;
    const ask = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        trpc.collaboration.present.query({ kind, id }).then(
          (present) => !isLate && setPeople(present),
          () => {},
        );
      }, PAUSE_MS);
    };
    const stop = onPresence(ask);
    return () => {
      isLate = true;
      clearTimeout(timer);
      stop();
    };
  }, [kind, id]);
  if (people.length === 0) return null;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2">
      <span className="text-sm text-muted">{t("here")}</span>
      <ul className="flex flex-wrap gap-2" aria-label={t("here")}>
        {people.map(({ personId, name, organisationName }) => {
          const who = organisationName ? t("of", { name, organisation: organisationName }) : name;
          return (
            <li
              key={personId}
              title={who}
              className="inline-flex min-h-8 items-center rounded-full border border-action-line bg-action-subtle px-2.5 text-sm font-bold text-action"
            >
              <span aria-hidden="true">{initialsOf(name)}</span>
              <span className="sr-only">{who}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** "Ada van Dam (demo)" is AD: of the first and last name, without what stands in brackets. */
function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, "")
    .split(/\s+/)
    .filter(Boolean);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].map((word) => (word ? [...word][0]!.toUpperCase() : "")).join("") || "–";
}
