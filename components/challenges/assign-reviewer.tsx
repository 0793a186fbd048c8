"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SmallForm } from "@/components/forms/small-form";
import { useAction } from "@/components/forms/use-action";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";

type Possible = {
  id: string;
  name: string;
  organisation: string;
  isOfRespondent: boolean;
  isOfClient: boolean;
};

/** Asks one more reviewer; who belongs to a respondent cannot be chosen. */
export function AssignReviewer({ challengeId, possible }: { challengeId: string; possible: Possible[] }) {
  const t = useTranslations("challenges");
  const [chosen, setChosen] = useState("");
  const { run, busy, sentence } = useAction(() =>
    trpc.challenges.assignReviewer.mutate({ id: challengeId, personId: chosen }),
  );
  if (possible.length === 0) return <p className="text-muted">{t("reviewers.noneLeft")}</p>;
  return (
    <SmallForm submit={() => chosen && void run()}>
      <SelectField
        id="reviewer"
        label={t("reviewers.who")}
        empty={t("reviewers.choose")}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        error={sentence ?? undefined}
        options={possible.map((one) => ({
          value: one.id,
          text: t(`reviewers.${kindOf(one)}`, { name: one.name, organisation: one.organisation }),
          disabled: one.isOfRespondent,
        }))}
      />
      <Button type="submit" busy={busy}>
        {t("reviewers.ask")}
      </Button>
    </SmallForm>
  );
}

const kindOf = ({ isOfRespondent, isOfClient }: Possible) =>
  isOfRespondent ? "ofRespondent" : isOfClient ? "ofClient" : "person";
