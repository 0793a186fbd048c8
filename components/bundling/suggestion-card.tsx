"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { SmallForm } from "@/components/forms/small-form";
import { useAction } from "@/components/forms/use-action";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoneyRange, type Locale } from "@/components/ui/format";
import { type Option, SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Suggestion } from "@/server/bundling/queries";
import { windowText } from "../needs/window-text";
import { useOpenProgramme } from "../programmes/use-open-programme";
import { NeedChoice } from "./need-choice";
import { type BundlingWords, SharedReasons } from "./shared-reasons";

type Props = {
  suggestion: Suggestion;
  words: BundlingWords;
  programmes: Option[];
  dismissed: (dismissal: { id: string }) => void;
};

/** Needs that could be one programme: why, for how much and when; then which of them, and for which programme. */
export function SuggestionCard({ suggestion, words, programmes, dismissed }: Props) {
  const { key, needs, reasons, buyers, start, end, valueMinCents, valueMaxCents } = suggestion;
  const t = useTranslations("bundling");
  const locale = useLocale() as Locale;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = needs.map(({ id }) => id).filter((id) => !left.has(id));
  const about = reasons.words.slice(0, 3).map((word) => word[locale]);
  const choose = (id: string, isChosen: boolean) =>
    setLeft((before) => new Set(isChosen ? [...before].filter((one) => one !== id) : [...before, id]));
  const facts = { needs: needs.length, buyers: buyers.length, about: about.join(", ") };
  return (
    <article aria-labelledby={`${key}-title`} className="flex flex-col gap-4 border-t-2 border-edge pt-4">
      <div className="flex flex-col gap-1">
        <h2 id={`${key}-title`} className="text-xl wrap-anywhere">
          {about.length > 0 ? t("finding", facts) : t("findingPlain", facts)}
        </h2>
        <p className="flex flex-wrap gap-x-4 text-muted">
          <span>{buyers.join(", ")}</span>
          <span className="tabular-nums">{formatMoneyRange(valueMinCents, valueMaxCents, locale)}</span>
          <span>{windowText({ windowStart: start, windowEnd: end }, locale)}</span>
        </p>
      </div>
      <SharedReasons reasons={reasons} words={words} />
      <fieldset className="min-w-0">
        <legend className="sr-only">{t("which")}</legend>
        <ul className="flex flex-col border-b border-line">
          {needs.map((need) => (
            <NeedChoice
              key={need.id}
              name={key}
              need={need}
              span={{ start: start!, end: end! }}
              isChosen={!left.has(need.id)}
              choose={(isChosen) => choose(need.id, isChosen)}
            />
          ))}
        </ul>
      </fieldset>
      <div className="flex flex-col">
        <Disclosure summary={t("new", { count: chosen.length })}>
          <NewProgramme name={key} about={about} needIds={chosen} />
        </Disclosure>
        {programmes.length > 0 && (
          <Disclosure summary={t("existing", { count: chosen.length })}>
            <ExistingProgramme name={key} programmes={programmes} needIds={chosen} />
          </Disclosure>
        )}
      </div>
      <ActionButton
        small
        label={t("dismiss")}
        act={() => trpc.bundling.dismiss.mutate({ needIds: needs.map(({ id }) => id) })}
        done={dismissed}
      />
    </article>
  );
}

type FormProps = { name: string; needIds: string[] };

function NewProgramme({ name, about, needIds }: FormProps & { about: string[] }) {
  const t = useTranslations("bundling");
  const locale = useLocale() as Locale;
  const [title, setTitle] = useState(() => (about.length > 0 ? t("title", { about: about.join(", ") }) : ""));
  const open = useOpenProgramme();
  const { run, busy, sentence } = useAction(
    () => trpc.bundling.bundle.mutate({ title, language: locale, needIds }),
    open,
  );
  return (
    <SmallForm submit={run}>
      <TextField
        id={`${name}-name`}
        label={t("field.title")}
        help={t("help.new")}
        value={title}
        maxLength={200}
        error={sentence ?? undefined}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button type="submit" variant="primary" busy={busy} why={whyNot(t, title.trim().length >= 5, needIds)}>
        {t("make")}
      </Button>
    </SmallForm>
  );
}

function ExistingProgramme({ name, programmes, needIds }: FormProps & { programmes: Option[] }) {
  const t = useTranslations("bundling");
  const [programmeId, setProgrammeId] = useState("");
  const { run, busy, sentence } = useAction(
    () => trpc.bundling.add.mutate({ programmeId, needIds }),
    useOpenProgramme(),
  );
  return (
    <SmallForm submit={run}>
      <SelectField
        id={`${name}-programme`}
        label={t("field.programme")}
        help={t("help.existing")}
        empty={t("choose")}
        options={programmes}
        value={programmeId}
        error={sentence ?? undefined}
        onChange={(event) => setProgrammeId(event.target.value)}
      />
      <Button type="submit" busy={busy} why={programmeId ? whyNot(t, true, needIds) : t("chooseProgramme")}>
        {t("ask")}
      </Button>
    </SmallForm>
  );
}

function whyNot(t: (key: "noneChosen" | "shortTitle") => string, isNamed: boolean, needIds: string[]) {
  if (needIds.length === 0) return t("noneChosen");
  return isNamed ? undefined : t("shortTitle");
}
