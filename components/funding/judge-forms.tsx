"use client";
import { useTranslations } from "next-intl";
import { whyNot } from "@/components/forms/action-button";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-field";
import { TextArea } from "@/components/ui/text-field";
import type { Ability } from "@/server/core/policy";
import { assessInput, signInput } from "@/server/funding/input";

type Step = { id: string; version: number };
type Verdict = "award" | "refuse" | null;
const VERDICTS = ["award", "refuse"] as const;

/** The officer's advice with its grounds. */
export function AssessForm({ step }: { step: Step }) {
  const t = useTranslations("funding");
  return (
    <AppForm<Step & { advice: Verdict; assessment: string }, unknown>
      name={`assess:${step.id}`}
      schema={assessInput}
      initial={{ ...step, advice: null, assessment: "" }}
      labels={{ advice: t("assess.advice"), assessment: t("assess.assessment") }}
      submitLabel={t("assess.submit")}
      submit={(input) => trpc.funding.assess.mutate(assessInput.parse(input))}
    >
      {({ bind }) => (
        <>
          <RadioGroup
            {...bind.text("advice")}
            options={VERDICTS.map((value) => ({ value, text: t(`advice.${value}`) }))}
          />
          <TextArea
            {...bind.text("assessment")}
            help={t("assess.assessmentHelp")}
            rows={6}
            maxLength={8000}
          />
        </>
      )}
    </AppForm>
  );
}

/** An approver's signature: a verdict and why. */
export function SignForm({ step }: { step: Step }) {
  const t = useTranslations("funding");
  return (
    <AppForm<Step & { verdict: Verdict; reason: string }, unknown>
      name={`sign:${step.id}:${step.version}`}
      schema={signInput}
      initial={{ ...step, verdict: null, reason: "" }}
      labels={{ verdict: t("sign.verdict"), reason: t("sign.reason") }}
      submitLabel={t("sign.submit")}
      submit={(input) => trpc.funding.sign.mutate(signInput.parse(input))}
    >
      {({ bind }) => (
        <>
          <RadioGroup
            {...bind.text("verdict")}
            options={VERDICTS.map((value) => ({ value, text: t(`verdict.${value}`) }))}
          />
          <TextArea {...bind.text("reason")} help={t("sign.reasonHelp")} rows={4} maxLength={4000} />
        </>
      )}
    </AppForm>
  );
}

/** The button of a signature that cannot be given, with its reason. */
export function RefusedSign({ ability }: { ability: Ability }) {
  const t = useTranslations("funding");
  const all = useTranslations() as unknown as (key: string) => string;
  return <Button why={ability.can ? undefined : whyNot(ability.why, all)}>{t("sign.submit")}</Button>;
}
