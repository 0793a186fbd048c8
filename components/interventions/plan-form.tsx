"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { MoneyField } from "@/components/ui/money-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import type { ElementSlug, Language } from "@/db/enums";
import { type Plan, planInput } from "@/server/interventions/input";

type Choice = { slug: string; name: Record<Language, string> };
type Props = {
  ecosystems: Choice[];
  elements: Choice[];
  instruments: (Choice & { elements: string[] })[];
  ecosystem: string;
  element: string;
};

/** Plans an intervention; the catalogue offers only what is meant for the element. */
export function PlanForm({ ecosystems, elements, instruments, ecosystem, element }: Props) {
  const t = useTranslations("interventions.form");
  const locale = useLocale() as Language;
  const router = useRouter();
  const labels = Object.fromEntries(
    ["title", "description", "instrument", "ecosystem", "element", "budgetCents", "startsOn", "endsOn"].map(
      (field) => [field, t(field)],
    ),
  );
  for (const field of ["indicator", "baseline", "goal", "reviewOn", "unit"])
    labels[`target.${field}`] = t(field);
  const optionsOf = (choices: Choice[]) =>
    choices.map(({ slug, name }) => ({ value: slug, text: name[locale] }));
  return (
    <AppForm<Plan, { id: string }>
      name={`intervention:new:${ecosystem}:${element}`}
      schema={planInput}
      labels={labels}
      submitLabel={t("submit")}
      initial={{
        title: "",
        description: "",
        language: locale,
        instrument: "",
        ecosystem,
        element: element as ElementSlug,
        partners: [],
        startsOn: "",
        endsOn: "",
        target: { indicator: "", unit: "", reviewOn: "" },
      }}
      submit={(input) => trpc.interventions.plan.mutate(input)}
      done={({ id }) => router.push(`/${locale}/interventions/${id}`)}
    >
      {(form) => (
        <>
          <TextField
            id="title"
            label={labels.title}
            error={form.errorOf("title")}
            {...form.register("title")}
          />
          <SelectField
            id="ecosystem"
            label={labels.ecosystem}
            options={optionsOf(ecosystems)}
            empty=""
            error={form.errorOf("ecosystem")}
            {...form.register("ecosystem")}
          />
          <SelectField
            id="element"
            label={labels.element}
            options={optionsOf(elements)}
            empty=""
            error={form.errorOf("element")}
            {...form.register("element")}
          />
          <SelectField
            id="instrument"
            label={labels.instrument}
            options={optionsOf(instruments.filter((one) => one.elements.includes(form.watch("element"))))}
            empty=""
            error={form.errorOf("instrument")}
            {...form.register("instrument")}
          />
          <TextArea
            id="description"
            label={labels.description}
            error={form.errorOf("description")}
            {...form.register("description")}
          />
          <MoneyField
            id="budgetCents"
            label={labels.budgetCents}
            locale={locale}
            cents={form.watch("budgetCents")}
            onCents={(cents) => form.setValue("budgetCents", cents as number, { shouldDirty: true })}
            error={form.errorOf("budgetCents")}
          />
          <TextField
            id="startsOn"
            type="date"
            label={labels.startsOn}
            error={form.errorOf("startsOn")}
            {...form.register("startsOn")}
          />
          <TextField
            id="endsOn"
            type="date"
            label={labels.endsOn}
            error={form.errorOf("endsOn")}
            {...form.register("endsOn")}
          />
          <TextField
            id="target.indicator"
            label={labels["target.indicator"]}
            error={form.errorOf("target.indicator")}
            {...form.register("target.indicator")}
          />
          <TextField
            id="target.unit"
            label={labels["target.unit"]}
            error={form.errorOf("target.unit")}
            {...form.register("target.unit")}
          />
          <TextField
            id="target.baseline"
            type="number"
            step="any"
            characters={10}
            label={labels["target.baseline"]}
            error={form.errorOf("target.baseline")}
            {...form.register("target.baseline", { valueAsNumber: true })}
          />
          <TextField
            id="target.goal"
            type="number"
            step="any"
            characters={10}
            label={labels["target.goal"]}
            error={form.errorOf("target.goal")}
            {...form.register("target.goal", { valueAsNumber: true })}
          />
          <TextField
            id="target.reviewOn"
            type="date"
            label={labels["target.reviewOn"]}
            error={form.errorOf("target.reviewOn")}
            {...form.register("target.reviewOn")}
          />
        </>
      )}
    </AppForm>
  );
}
