"use client";
import { useState } from "react";

type Props = { label: string; organisations: { id: string; name: string }[]; current: string };

/** Chooses the organisation to act for. The whole page follows: what one may see and do depends on it. */
export function ActingFor({ label, organisations, current }: Props) {
  const [busy, setBusy] = useState(false);
  async function choose(organisationId: string) {
    setBusy(true);
    try {
      // Loaded when it is used: every page carries this component.
      const { trpc } = await import("@/components/trpc/client");
      await trpc.accounts.actFor.mutate({ organisationId });
    } finally {
      location.reload();
    }
  }
  return (
    <label className="flex flex-col gap-1 text-sm">
      <span className="text-muted">{label}</span>
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
