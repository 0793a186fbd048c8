"use client";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { RadioGroup } from "@/components/ui/choice-field";
import type { Locale } from "@/components/ui/format";
import { LinesField } from "@/components/ui/lines-field";
import { MoneyField } from "@/components/ui/money-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import { LANGUAGES, PLEDGE_KINDS, type PledgeKind } from "@/db/enums";
import { type ChangePledge, changePledgeInput, type Pledge, pledgeInput } from "@/server/programmes/input";

type Fields = Omit<Pledge, "programmeId" | "kind"> &
  Partial<Pick<ChangePledge, "id" | "version"> & Pick<Pledge, "programmeId" | "kind">>;

/** What is known before a pledge is written, where it starts from a row or a cell. */
export type GivenPledge = Pick<Fields, "title" | "topics" | "yearFrom" | "yearTo"> & {
  kind: PledgeKind;
  /** Names the draft: one per row or cell. */
  about: string;
  /** The programmes that it fits; the first is chosen. */
  programmes: { id: string; title: string }[];
};

type Props = {
  programmeId: string;
  pledge?: ChangePledge;
  given?: GivenPledge;
  done?: (programmeId: string) => void;
};

const NAMES = [
  "programmeId",
  "kind",
  "title",
  "description",
  "language",
  "amountCents",
  "quantity",
  "unit",
  "topics",
  "yearFrom",
  "yearTo",
] as const;

/** What the reader's organisation will bring, and in which years. */
export function PledgeForm({ programmeId, pledge, given, done }: Props) {
  const t = useTranslations("programmes");
  const locale = useLocale() as Locale;
  const year = new Date().getFullYear() + 1;
  const prefix = pledge?.id ?? "new-pledge";
  const fresh: Fields = {
    programmeId,
    kind: given?.kind,
    title: given?.title ?? "",
    description: "",
    language: locale,
    amountCents: null,
    quantity: null,
    unit: null,
    topics: given?.topics ?? [],
    yearFrom: given?.yearFrom ?? year,
    yearTo: given?.yearTo ?? year + 1,
  };
  return (
    <AppForm<Fields, unknown>
      name={pledge ? `pledge:${pledge.id}` : `pledge:new:${given?.about ?? programmeId}`}
      schema={pledge ? changePledgeInput : pledgeInput}
      initial={pledge ?? fresh}
      labels={Object.fromEntries(NAMES.map((name) => [name, t(`field.${name}`)]))}
      submitLabel={pledge ? t("do.savePledge") : t("do.pledge")}
      submit={async (input) => {
        if (pledge) return trpc.programmes.changePledge.mutate(input as ChangePledge);
        await trpc.programmes.pledge.mutate(input as Pledge);
        return input.programmeId;
      }}
      done={done && ((to) => done(to as string))}
    >
      {({ bind, watch }) => {
        const kind = watch("kind");
        const training = kind === "training";
        return (
          <>
            {given ? (
              <SelectField
                {...bind.text("programmeId")}
                id={`${prefix}-programme`}
                options={given.programmes.map(({ id, title }) => ({ value: id, text: title }))}
              />
            ) : (
              <RadioGroup
                {...bind.text("kind")}
                id={`${prefix}-kind`}
                options={PLEDGE_KINDS.map((value) => ({
                  value,
                  text: t(`pledgeKind.${value}`),
                  help: t(`pledgeHelp.${value}`),
                }))}
              />
            )}
            <TextField {...bind.text("title")} id={`${prefix}-title`} maxLength={200} />
            {(training || kind === "research") && (
              <LinesField
                {...bind.lines("topics")}
                id={`${prefix}-topics`}
                label={t(`topics.${kind}`)}
                help={t(training ? "topics.helpTraining" : "topics.helpResearch")}
              />
            )}
            <TextArea {...bind.text("description")} id={`${prefix}-description`} rows={3} />
            {kind === "capital" ? (
              <MoneyField locale={locale} {...bind.money("amountCents")} id={`${prefix}-amount`} />
            ) : (
              <div className="flex max-w-control flex-wrap gap-x-6 gap-y-4">
                <TextField
                  {...bind.number("quantity")}
                  id={`${prefix}-quantity`}
                  label={training ? t("quantity.training") : t("field.quantity")}
                  characters={8}
                />
                {!training && (
                  <TextField {...bind.optional("unit")} id={`${prefix}-unit`} help={t("help.unit")} />
                )}
              </div>
            )}
            <div className="flex max-w-control flex-wrap gap-x-6 gap-y-4">
              <TextField {...bind.number("yearFrom")} id={`${prefix}-from`} characters={4} />
              <TextField {...bind.number("yearTo")} id={`${prefix}-to`} characters={4} />
            </div>
            <SelectField
              {...bind.text("language")}
              id={`${prefix}-language`}
              options={LANGUAGES.map((value) => ({ value, text: t(`language.${value}`) }))}
            />
          </>
        );
      }}
    </AppForm>
  );
}
