"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm, type AppFormApi } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { RadioGroup } from "@/components/ui/choice-field";
import { TextArea } from "@/components/ui/text-field";
import { RATING_BASES, RATINGS } from "@/db/enums";
import { type RateCell, rateCellInput } from "@/server/ecosystem/input";
import { emptyMeasurement, MeasurementFields } from "./measurement-fields";

/** Sets one cell of a draft round, with the ground it rests on. */
export function RateForm({ initial }: { initial: RateCell }) {
  const t = useTranslations("ecosystem");
  const [router, locale] = [useRouter(), useLocale()];
  const { id, ecosystem, element } = initial;
  const labels = {
    rating: t("rate.rating"),
    basis: t("rate.basis"),
    ground: t("rate.ground"),
    evidence: t("rate.evidence"),
    measurement: t("rate.measurement"),
    "measurement.formula": t("cell.formula"),
    "measurement.inputs": t("cell.inputs"),
  };

  /** The two kinds of rating rest on different things; what is not asked is not sent. */
  function chooseBasis(form: AppFormApi<RateCell>, basis: string) {
    form.setValue("measurement", basis === "measured" ? (initial.measurement ?? emptyMeasurement) : null, {
      shouldDirty: true,
    });
  }

  return (
    <AppForm<RateCell, { id: string }>
      name={`diagnosis:${id}:${ecosystem}:${element}`}
      schema={rateCellInput}
      initial={initial}
      labels={labels}
      submitLabel={t("rate.save")}
      show={(field, value) => wordsOf(field, value, t as unknown as Translate)}
      submit={(input) => trpc.ecosystem.rateCell.mutate(input)}
      done={() => {
        router.push(`/${locale}/ecosystem/rounds/${id}`);
        router.refresh();
      }}
    >
      {(form) => {
        const basis = form.bind.text("basis");
        return (
          <>
            <RadioGroup
              {...form.bind.text("rating")}
              inline
              options={RATINGS.map((rating) => ({ value: rating, text: t(`level.${rating}`) }))}
            />
            <TextArea {...form.bind.text("ground")} maxLength={4000} help={t("rate.groundHelp")} />
            <RadioGroup
              {...basis}
              onChange={(event) => {
                void basis.onChange(event);
                chooseBasis(form, event.target.value);
              }}
              options={RATING_BASES.map((one) => ({
                value: one,
                text: t(`cell.basis.${one}`),
                help: t(`rate.basisHelp.${one}`),
              }))}
            />
            {form.watch("basis") === "measured" && <MeasurementFields form={form} />}
            <TextArea {...form.bind.text("evidence")} maxLength={4000} help={t("rate.evidenceHelp")} />
          </>
        );
      }}
    </AppForm>
  );
}

type Translate = (key: string) => string;

function wordsOf(field: string, value: unknown, t: Translate): string {
  if (value === null || value === undefined) return "";
  if (field === "rating") return t(`level.${value}`);
  if (field === "basis") return t(`cell.basis.${value}`);
  if (field === "measurement") {
    const { formula, inputs } = value as NonNullable<RateCell["measurement"]>;
    return [formula, ...inputs.map(({ name, value, unit }) => `${name}: ${value} ${unit}`)].join("\n");
  }
  return String(value);
}
