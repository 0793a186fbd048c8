"use client";
import { useTranslations } from "next-intl";
import { Undo } from "@/components/forms/undo";
import { trpc } from "@/components/trpc/client";
import type { Certainty } from "@/db/enums";

type Props = {
  need: { id: string; title: string };
  /** The version that holds the change. */
  version: number;
  was: Certainty;
  /** How sure it is now, in words. */
  said: string;
  gone: () => void;
};

/** Says how sure a need is now, with the way back. */
export function CertaintyUndo({ need, version, was, said, gone }: Props) {
  const t = useTranslations("roadmap.board");
  return (
    <Undo
      done={t("done", { need: need.title, certainty: said })}
      undo={() => trpc.needs.setCertainty.mutate({ id: need.id, version, certainty: was })}
      gone={gone}
    />
  );
}
