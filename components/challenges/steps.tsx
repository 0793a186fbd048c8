"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton, whyNot } from "@/components/forms/action-button";
import { SmallForm } from "@/components/forms/small-form";
import { useAction } from "@/components/forms/use-action";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextArea } from "@/components/ui/text-field";
import type { Ability } from "@/server/core/policy";

type Step = { id: string; version: number };
type StepName = "propose" | "open" | "startReview";

const acts = {
  propose: (step: Step) => trpc.challenges.propose.mutate(step),
  open: (step: Step) => trpc.challenges.open.mutate(step),
  startReview: (step: Step) => trpc.challenges.startReview.mutate(step),
};

/** The one next step, or why not yet. */
export function StepButton({ step, name, ability }: { step: Step; name: StepName; ability: Ability }) {
  const t = useTranslations("challenges");
  return (
    <ActionButton
      variant="primary"
      label={t(`step.${name}`)}
      ability={ability}
      act={() => acts[name]({ id: step.id, version: step.version })}
    />
  );
}

const reasonedActs = {
  accept: (step: Step & { reason: string }) => trpc.challenges.accept.mutate(step),
  return: (step: Step & { reason: string }) => trpc.challenges.return.mutate(step),
  cancel: (step: Step & { reason: string }) => trpc.challenges.cancel.mutate(step),
};
type ReasonedName = keyof typeof reasonedActs;

const SHORTEST_REASON = 10;

type ReasonedProps = {
  step: Step;
  label: string;
  help: string;
  choices: { name: ReasonedName; ability: Ability }[];
};

/** A step that asks a reason: one text, and a button per choice. */
function ReasonedSteps({ step, label, help, choices }: ReasonedProps) {
  const t = useTranslations("challenges");
  const all = useTranslations() as unknown as (key: string) => string;
  const [reason, setReason] = useState("");
  const [chosen, setChosen] = useState<ReasonedName | null>(null);
  const [isShort, setShort] = useState(false);
  const { run, busy, sentence } = useAction(() =>
    reasonedActs[chosen ?? "return"]({ id: step.id, version: step.version, reason }),
  );
  function submit() {
    setShort(reason.trim().length < SHORTEST_REASON);
    if (reason.trim().length >= SHORTEST_REASON) void run();
  }
  return (
    <SmallForm submit={submit}>
      <TextArea
        id={`reason-${choices[0]?.name}`}
        label={label}
        help={help}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={isShort ? t("reason.short") : undefined}
      />
      {sentence && (
        <p role="alert" className="font-bold text-negative">
          {sentence}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {choices.map(({ name, ability }, index) => (
          <Button
            key={name}
            type="submit"
            variant={name === "cancel" ? "danger" : index === 0 ? "primary" : "secondary"}
            busy={busy}
            why={ability.can ? undefined : whyNot(ability.why, all)}
            onClick={() => setChosen(name)}
          >
            {t(`step.${name}`)}
          </Button>
        ))}
      </div>
    </SmallForm>
  );
}

/** The second person's judgement of the mission test. */
export function Assess({ step, accept, sendBack }: { step: Step; accept: Ability; sendBack: Ability }) {
  const t = useTranslations("challenges");
  return (
    <ReasonedSteps
      step={step}
      label={t("reason.assess")}
      help={t("reason.assessHelp")}
      choices={[
        { name: "accept", ability: accept },
        { name: "return", ability: sendBack },
      ]}
    />
  );
}

/** Sends an accepted challenge back, so that it can be changed. */
export function SendBack({ step, ability }: { step: Step; ability: Ability }) {
  const t = useTranslations("challenges");
  return (
    <Disclosure summary={t("step.return")}>
      <ReasonedSteps
        step={step}
        label={t("reason.assess")}
        help={t("reason.assessHelp")}
        choices={[{ name: "return", ability }]}
      />
    </Disclosure>
  );
}

export function CancelChallenge({ step, ability }: { step: Step; ability: Ability }) {
  const t = useTranslations("challenges");
  return (
    <Disclosure summary={t("step.cancel")}>
      <ReasonedSteps
        step={step}
        label={t("reason.cancel")}
        help={t("reason.cancelHelp")}
        choices={[{ name: "cancel", ability }]}
      />
    </Disclosure>
  );
}
