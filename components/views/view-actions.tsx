"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { type RenameView, renameViewInput } from "@/server/views/input";

/** What a person does with a view of their own. */
export function ViewActions({ id, name }: { id: string; name: string }) {
  const t = useTranslations("views");
  const [renaming, setRenaming] = useState(false);
  if (renaming)
    return (
      <AppForm<RenameView, unknown>
        name={`view:${id}:name`}
        schema={renameViewInput}
        initial={{ id, name }}
        labels={{ name: t("field.name") }}
        submitLabel={t("rename.submit")}
        submit={async (input) => {
          await trpc.views.rename.mutate(input);
          setRenaming(false);
        }}
      >
        {({ bind }) => <TextField {...bind.text("name")} maxLength={80} characters={40} autoComplete="off" />}
      </AppForm>
    );
  return (
    <div className="flex flex-wrap gap-3">
      <Button small onClick={() => setRenaming(true)}>
        {t("rename.open")}
      </Button>
      <ActionButton small label={t("remove")} act={() => trpc.views.remove.mutate({ id })} />
    </div>
  );
}
