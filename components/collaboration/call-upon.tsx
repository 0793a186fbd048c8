"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Audience } from "@/db/enums";
import type { Commented } from "@/server/collaboration/input";

export type Called = { id: string; name: string };
type Found = Called & { organisation: string };

const PAUSE_MS = 250;

type Props = {
  id: string;
  on: Commented;
  audience: Audience;
  called: Called[];
  change: (called: Called[]) => void;
  /** One more was chosen. */
  chosen: (person: Called) => void;
};

/** Finds people by name among those who may read the comment. */
export function CallUpon({ id, on, audience, called, change, chosen }: Props) {
  const t = useTranslations("collaboration.comments");
  const [text, setText] = useState("");
  const [found, setFound] = useState<Found[] | null>(null);
  const { kind, id: subject } = on;

  useEffect(() => {
    const asked = text.trim();
    setFound(null);
    if (asked.length < 2) return;
    let isLate = false;
    const timer = setTimeout(() => {
      trpc.collaboration.mentionable.query({ on: { kind, id: subject }, audience, text: asked }).then(
        (people) => !isLate && setFound(people),
        () => !isLate && setFound([]),
      );
    }, PAUSE_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [text, audience, kind, subject]);

  const choose = (person: Found) => {
    setText("");
    if (!called.some((one) => one.id === person.id))
      change([...called, { id: person.id, name: person.name }]);
    chosen(person);
  };
  return (
    <div className="flex flex-col gap-2">
      <TextField
        id={id}
        label={t("who")}
        help={t("whoHelp")}
        value={text}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // Enter chooses; it does not send the comment.
          event.preventDefault();
          if (found?.[0]) choose(found[0]);
        }}
      />
      <p role="status" className="text-sm text-muted empty:hidden">
        {found && t("found", { count: found.length })}
      </p>
      {found && found.length > 0 && (
        <ul className="flex flex-col items-start gap-1">
          {found.map((person) => (
            <li key={person.id}>
              <Button small onClick={() => choose(person)}>
                {t("choose", person)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {called.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {called.map((person) => (
            <li key={person.id}>
              <Button
                small
                variant="subtle"
                icon="cross"
                onClick={() => change(called.filter((one) => one.id !== person.id))}
              >
                <span className="sr-only">{t("take", person)}</span>
                <span aria-hidden="true">{person.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
