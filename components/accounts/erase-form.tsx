"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SmallForm } from "@/components/forms/small-form";
import { useAction } from "@/components/forms/use-action";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

/** Erases the account, after the reader typed what shows that it is meant. */
export function EraseForm({ confirmation }: { confirmation: string }) {
  const t = useTranslations("accounts");
  const locale = useLocale();
  const [typed, setTyped] = useState("");
  const { run, busy, sentence } = useAction(
    () => trpc.accounts.erase.mutate({ confirmation: typed }),
    () => location.assign(`/${locale}`),
  );
  return (
    <SmallForm submit={run}>
      <TextField
        id="confirmation"
        label={t("profile.eraseConfirm", { confirmation })}
        autoComplete="off"
        maxLength={254}
        error={sentence ?? undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" variant="danger" busy={busy}>
        {t("profile.eraseDo")}
      </Button>
    </SmallForm>
  );
}
