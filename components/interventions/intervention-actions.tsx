"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/text-field";
import type { Abilities } from "@/server/core/policy";

type Props = {
  id: string;
  version: number;
  abilities: Abilities<"read" | "plan" | "change" | "start" | "complete" | "stop">;
};

/** Start, complete with what was measured, stop with the reason. */
export function InterventionActions({ id, version, abilities }: Props) {
  const t = useTranslations("interventions");
  const [reason, setReason] = useState("");
  const [value, setValue] = useState("");
  const [note, setNote] = useState("");
  const measuredOn = new Date().toISOString().slice(0, 10);
  return (
    <>
      {abilities.start.can && (
        <ActionButton
          variant="primary"
          label={t("actions.start")}
          act={() => trpc.interventions.start.mutate({ id, version })}
        />
      )}
      {abilities.complete.can && (
        <Disclosure summary={t("actions.complete")}>
          <div className="flex flex-col gap-4">
            <TextField
              label={t("form.result")}
              inputMode="decimal"
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
            <TextField
              label={t("form.note")}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
            <ActionButton
              label={t("actions.complete")}
              act={() =>
                trpc.interventions.complete.mutate({
                  id,
                  version,
                  result: { value: Number(value.replace(",", ".")), measuredOn, note },
                })
              }
            />
          </div>
        </Disclosure>
      )}
      {abilities.stop.can && (
        <Disclosure summary={t("actions.stop")}>
          <div className="flex flex-col gap-4">
            <TextField
              label={t("form.reason")}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <ActionButton
              variant="danger"
              label={t("actions.stop")}
              act={() => trpc.interventions.stop.mutate({ id, version, reason })}
            />
          </div>
        </Disclosure>
      )}
    </>
  );
}
