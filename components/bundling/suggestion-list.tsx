"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import { Notice } from "@/components/ui/notice";
import type { Option } from "@/components/ui/select-field";
import type { Suggestion } from "@/server/bundling/queries";
import type { BundlingWords } from "./shared-reasons";
import { SuggestionCard } from "./suggestion-card";

type Props = { suggestions: Suggestion[]; words: BundlingWords; programmes: Option[] };

/** The suggestions of a page; what is dismissed can be had back at once. */
export function SuggestionList({ suggestions, words, programmes }: Props) {
  const t = useTranslations("bundling");
  const router = useRouter();
  const [gone, setGone] = useState<string | null>(null);
  const told = useRef<HTMLDivElement>(null);
  function dismissed({ id }: { id: string }) {
    setGone(id);
    router.refresh();
    told.current?.focus();
  }
  return (
    <div className="flex flex-col gap-8">
      <div ref={told} tabIndex={-1} className="empty:hidden">
        {gone && (
          <Notice
            live
            kind="success"
            title={t("dismissed")}
            actions={
              <ActionButton
                key={gone}
                small
                label={t("undo")}
                act={() => trpc.bundling.undoDismissal.mutate({ id: gone })}
                done={() => {
                  setGone(null);
                  router.refresh();
                }}
              />
            }
          />
        )}
      </div>
      {suggestions.map((suggestion) => (
        <SuggestionCard
          key={suggestion.needs.map(({ id }) => id).join()}
          suggestion={suggestion}
          words={words}
          programmes={programmes}
          dismissed={dismissed}
        />
      ))}
    </div>
  );
}
