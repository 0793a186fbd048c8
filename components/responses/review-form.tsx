"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { z } from "zod";
import { AppForm, type AppFormApi } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { CheckboxField } from "@/components/ui/choice-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-field";
import { HIGHEST_SCORE, type SaveReview, saveReviewInput } from "@/server/responses/input";
import { missingForReview } from "@/server/responses/lifecycle";
import { addMissing } from "./missing";

type Criterion = { key: string; name: string; weight: number };
/** While it is written a criterion may have no score yet: not the same as one that does not apply. */
type Fields = Omit<SaveReview, "scores"> & {
  scores: { criterion: string; score: number | null | undefined; reason: string }[];
};

/** A draft holds only what was scored; handing in asks every criterion, as the server does. */
const schemaFor = (criteria: readonly Criterion[]) =>
  z.preprocess(
    (typed) => {
      const fields = typed as Fields;
      if (fields.submit) return fields;
      return { ...fields, scores: fields.scores.filter(({ score }) => score !== undefined) };
    },
    saveReviewInput.superRefine(({ submit, scores }, ctx) => {
      if (submit) addMissing(ctx, missingForReview(criteria, scores));
    }),
  );

type Props = {
  responseId: string;
  criteria: readonly Criterion[];
  review: Pick<SaveReview, "version" | "scores" | "comment"> | null;
};

/** Scores with reasons, saved as a draft as often as one likes, then handed in once. */
export function ReviewForm({ responseId, criteria, review }: Props) {
  const t = useTranslations("responses");
  const router = useRouter();
  const schema = useMemo(() => schemaFor(criteria), [criteria]);
  // The form stays while it is saved time and again, so it must know what it saved itself.
  const saved = useRef(review?.version ?? null);
  return (
    <AppForm<Fields, { version: number }>
      name={`review:${responseId}`}
      schema={schema}
      initial={{
        responseId,
        version: review?.version ?? null,
        scores: criteria.map(({ key }) => {
          const given = review?.scores.find(({ criterion }) => criterion === key);
          return { criterion: key, score: given?.score, reason: given?.reason ?? "" };
        }),
        comment: review?.comment ?? "",
        submit: false,
      }}
      labels={labelsOf(t, criteria)}
      submitLabel={t("review.save")}
      submit={(input) =>
        trpc.responses.saveReview.mutate({
          ...(input as SaveReview),
          version: newest(saved.current, input.version),
        })
      }
      done={({ version }) => {
        saved.current = version;
        router.refresh();
      }}
    >
      {(form) => (
        <>
          {criteria.map((criterion, index) => (
            <ScoreFields key={criterion.key} form={form} criterion={criterion} index={index} />
          ))}
          <TextArea
            {...form.bind.text("comment")}
            id={`${responseId}-comment`}
            help={t("review.commentHelp")}
            rows={2}
            maxLength={4000}
          />
          <CheckboxField
            {...form.bind.text("submit")}
            id={`${responseId}-submit`}
            help={t("review.submitHelp")}
          />
        </>
      )}
    </AppForm>
  );
}

/** What this form saved, or what it was merged with since. */
const newest = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

const NOT_APPLICABLE = "na";

function ScoreFields({
  form,
  criterion,
  index,
}: {
  form: AppFormApi<Fields>;
  criterion: Criterion;
  index: number;
}) {
  const t = useTranslations("responses");
  const score = form.watch(`scores.${index}.score`);
  return (
    <div className="flex flex-col gap-4 border-s-2 border-line ps-4">
      <SelectField
        id={`scores.${index}.score`}
        name={`scores.${index}.score`}
        label={t("review.score", { criterion: criterion.name, weight: criterion.weight })}
        error={form.errorOf(`scores.${index}.score`)}
        empty={t("review.choose")}
        value={score === undefined ? "" : score === null ? NOT_APPLICABLE : String(score)}
        onChange={({ target }) =>
          form.setValue(`scores.${index}.score`, scoreOf(target.value), { shouldDirty: true })
        }
        options={[
          ...Array.from({ length: HIGHEST_SCORE + 1 }, (_, points) => ({
            value: String(points),
            text: t("review.points", { points }),
          })),
          { value: NOT_APPLICABLE, text: t("review.notApplicable") },
        ]}
      />
      <TextArea
        {...form.bind.text(`scores.${index}.reason`)}
        label={t("review.reason", { criterion: criterion.name })}
        rows={2}
        maxLength={2000}
      />
    </div>
  );
}

function scoreOf(value: string): number | null | undefined {
  if (value === "") return undefined;
  return value === NOT_APPLICABLE ? null : Number(value);
}

type Texts = (key: string, values?: Record<string, string | number>) => string;

function labelsOf(t: Texts, criteria: readonly Criterion[]): Record<string, string> {
  return {
    comment: t("review.comment"),
    submit: t("review.submit"),
    ...Object.fromEntries(
      criteria.flatMap(({ name, weight }, index) => [
        [`scores.${index}.score`, t("review.score", { criterion: name, weight })],
        [`scores.${index}.reason`, t("review.reason", { criterion: name })],
      ]),
    ),
  };
}
