"use client";
import { useTranslations } from "next-intl";
import type { AppFormApi } from "@/components/forms/app-form";
import { Button } from "@/components/ui/button";
import { FieldGroup, useFieldIds } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import type { ChallengeFields } from "@/server/challenges/input";

const MOST = 12;

/** Criteria with their weights, and what the weights add up to. */
export function CriteriaFields({ form }: { form: AppFormApi<ChallengeFields> }) {
  const t = useTranslations("challenges");
  const ids = useFieldIds("criteria");
  const criteria = form.watch("criteria");
  const sum = criteria.reduce((total, { weight }) => total + (Number(weight) || 0), 0);
  const set = (next: ChallengeFields["criteria"]) => form.setValue("criteria", next, { shouldDirty: true });
  return (
    <FieldGroup
      ids={ids}
      label={t("field.criteria")}
      help={t("criteria.sum", { sum })}
      error={form.errorOf("criteria")}
    >
      <div className="flex flex-col gap-4">
        {criteria.map(({ key }, index) => (
          <div key={key} className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
            <TextField
              {...form.bind.text(`criteria.${index}.name`)}
              label={t("criteria.nth", { nth: index + 1 })}
              maxLength={120}
            />
            <TextField
              {...form.bind.number(`criteria.${index}.weight`)}
              label={t("criteria.nthWeight", { nth: index + 1 })}
              characters={4}
            />
            <span>
              <Button small icon="cross" onClick={() => set(criteria.filter((_, other) => other !== index))}>
                {t("criteria.remove", { nth: index + 1 })}
              </Button>
            </span>
          </div>
        ))}
        {criteria.length < MOST && (
          <span>
            <Button small onClick={() => set([...criteria, { key: freeKey(criteria), name: "", weight: 0 }])}>
              {t("criteria.add")}
            </Button>
          </span>
        )}
      </div>
    </FieldGroup>
  );
}

/** A key of its own for a new criterion: scores refer to it, whatever its name becomes. */
function freeKey(criteria: ChallengeFields["criteria"]): string {
  const taken = new Set(criteria.map(({ key }) => key));
  let nth = 1;
  while (taken.has(`c${nth}`)) nth += 1;
  return `c${nth}`;
}
