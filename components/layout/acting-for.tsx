"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "@/components/trpc/client";

type Props = { organisations: { id: string; name: string }[]; current: string };

/** Chooses the organisation to act for. The whole page follows: what one may see and do depends on it. */
export function ActingFor({ organisations, current }: Props) {
  const t = useTranslations("layout");
  const [busy, setBusy] = useState(false);
  async function choose(organisationId: string) {
    setBusy(true);
    try {
      await trpc.accounts.actFor.mutate({ organisationId });
    } finally {
      location.reload();
    }
  }
  return (
    <label className="flex flex-col gap-1 text-sm">
      <span className="text-muted">{t("actingFor")}</span>
      <select
        className="control py-1"
        defaultValue={current}
        disabled={busy}
        onChange={(event) => choose(event.target.value)}
      >
        {organisations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
