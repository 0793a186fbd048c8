"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { AppForm, type AppFormApi } from "@/components/forms/app-form";
import { FormPart } from "@/components/forms/form-part";
import { trpc } from "@/components/trpc/client";
import { CheckboxField } from "@/components/ui/choice-field";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-field";
import { type Select, selectInput } from "@/server/responses/input";
import { missingForVerdict, missingWithoutSelection } from "@/server/responses/lifecycle";
import { addMissing } from "./missing";

type Criterion = { key: string; name: string };
type Judged = { id: string; title: string; language: string; organisation: string; isContested: boolean };
/** Asks what the server asks: a reason per criterion, the consensus where reviewers differ, or why none will do. */
const schemaFor = (criteria: readonly Criterion[], responses: readonly Judged[]) =>
  selectInput.superRefine(({ verdicts, noneReason }, ctx) => {
    verdicts.forEach((verdict, index) => {
      const isContested = responses[index]?.isContested ?? false;
      addMissing(ctx, missingForVerdict(criteria, verdict, { index, isContested }));
    });
    addMissing(ctx, missingWithoutSelection(verdicts, noneReason));
  });

type Props = {
  challengeId: string;
  version: number;
  criteria: readonly Criterion[];
  responses: readonly Judged[];
};

/** A verdict on each response; then one decision, in public and for good. */
export function SelectForm({ challengeId, version, criteria, responses }: Props) {
  const t = useTranslations("responses");
  const [router, locale] = [useRouter(), useLocale()];
  const schema = useMemo(() => schemaFor(criteria, responses), [criteria, responses]);
  return (
    <AppForm<Select, { id: string }>
      name={`select:${challengeId}`}
      schema={schema}
      initial={{
        challengeId,
        version,
        verdicts: responses.map(({ id }) => ({
          responseId: id,
          isSelected: false,
          reasons: Object.fromEntries(criteria.map(({ key }) => [key, ""])),
          consensus: "",
        })),
        noneReason: "",
      }}
      labels={labelsOf(t, criteria, responses)}
      submitLabel={t("select.submit")}
      submit={(input) => trpc.responses.select.mutate(input)}
      done={() => {
        router.push(`/${locale}/challenges/${challengeId}`);
        router.refresh();
      }}
    >
      {(form) => (
        <>
          {responses.map((response, index) => (
            <FormPart
              key={response.id}
              title={<span lang={response.language}>{response.title}</span>}
              help={response.organisation}
            >
              <VerdictFields
                form={form}
                index={index}
                criteria={criteria}
                isContested={response.isContested}
              />
            </FormPart>
          ))}
          {form.watch("verdicts").every(({ isSelected }) => !isSelected) && (
            <TextArea
              {...form.bind.text("noneReason")}
              help={t("select.noneReasonHelp")}
              rows={3}
              maxLength={4000}
            />
          )}
          <Notice kind="attention">{t("select.irrevocable")}</Notice>
        </>
      )}
    </AppForm>
  );
}

function VerdictFields({
  form: { bind },
  index,
  criteria,
  isContested,
}: {
  form: AppFormApi<Select>;
  index: number;
  criteria: readonly Criterion[];
  isContested: boolean;
}) {
  const t = useTranslations("responses");
  return (
    <>
      <CheckboxField {...bind.text(`verdicts.${index}.isSelected`)} label={t("select.choose")} />
      {criteria.map(({ key, name }) => (
        <TextArea
          key={key}
          {...bind.text(`verdicts.${index}.reasons.${key}`)}
          label={t("select.reason", { criterion: name })}
          help={t("select.reasonHelp")}
          rows={2}
          maxLength={4000}
        />
      ))}
      {isContested && (
        <TextArea
          {...bind.text(`verdicts.${index}.consensus`)}
          label={t("select.consensus")}
          help={t("select.consensusHelp")}
          rows={2}
          maxLength={4000}
        />
      )}
    </>
  );
}

type Texts = (key: string, values?: Record<string, string | number>) => string;

function labelsOf(t: Texts, criteria: readonly Criterion[], responses: readonly Judged[]) {
  return Object.fromEntries([
    ["noneReason", t("select.noneReason")],
    ...responses.flatMap(({ title }, index) => {
      const of = (field: string) => t("select.of", { field, response: title });
      return [
        [`verdicts.${index}.isSelected`, of(t("select.choose"))],
        [`verdicts.${index}.consensus`, of(t("select.consensus"))],
        ...criteria.map(({ key, name }) => [
          `verdicts.${index}.reasons.${key}`,
          of(t("select.reason", { criterion: name })),
        ]),
      ];
    }),
  ]);
}
