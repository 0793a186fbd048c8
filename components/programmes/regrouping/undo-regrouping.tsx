"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import type { RegroupingKind } from "@/db/enums";

export function UndoRegrouping({ id, kind }: { id: string; kind: RegroupingKind }) {
  const t = useTranslations("programmes");
  return (
    <ActionButton
      small
      variant="subtle"
      label={t(`regrouping.undo.${kind}`)}
      act={() => trpc.programmes.undoRegrouping.mutate({ id })}
    />
  );
}
