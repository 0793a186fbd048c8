"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-field";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { CERTAINTIES, type Certainty } from "@/db/enums";

type Props = {
  need: { id: string; title: string; version: number; certainty: Certainty };
  words: Record<Certainty, string>;
  close: () => void;
  done: (version: number, certainty: Certainty) => void;
};

/** Asks how sure a need is now. */
export function CertaintyDialog({ need, words, close, done }: Props) {
  const t = useTranslations("roadmap.table.setCertainty");
  const [chosen, setChosen] = useState(need.certainty);
  const { run, busy, sentence } = useAction(
    () => trpc.needs.setCertainty.mutate({ id: need.id, version: need.version, certainty: chosen }),
    ({ version }) => done(version, chosen),
  );
  return (
    <Dialog open title={t("title", { need: need.title })} closeLabel={t("close")} onClose={close}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen === need.certainty) close();
          else void run();
        }}
      >
        {sentence && (
          <Notice kind="attention" live>
            {sentence}
          </Notice>
        )}
        <RadioGroup
          name="certainty"
          label={t("label")}
          options={[...CERTAINTIES].reverse().map((value) => ({ value, text: words[value] }))}
          defaultValues={[need.certainty]}
          onChange={({ target }) => setChosen(target.value as Certainty)}
        />
        <Button type="submit" variant="primary" busy={busy}>
          {t("submit")}
        </Button>
      </form>
    </Dialog>
  );
}
