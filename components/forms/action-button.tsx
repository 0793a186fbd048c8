"use client";
import { useTranslations } from "next-intl";
import { Button, type ButtonVariant } from "@/components/ui/button";
import type { Ability } from "@/server/core/policy";
import { sentenceOfKey } from "./failure";
import { useAction } from "./use-action";

type ActionButtonProps<T> = {
  label: string;
  /** What the server said of this action: a refused button tells why. */
  ability?: Ability;
  act: () => Promise<T>;
  /** Instead of showing the page anew. */
  done?: (result: T) => void;
  variant?: ButtonVariant;
  small?: boolean;
};

/** A button that carries out one verb. Use it inside a client component of the feature, which supplies `act`. */
export function ActionButton<T>({ label, ability, act, done, variant, small }: ActionButtonProps<T>) {
  const t = useTranslations() as unknown as (key: string, values?: Record<string, string | number>) => string;
  const { run, busy, sentence } = useAction(act, done);
  const why = ability && !ability.can ? whyNot(ability.why, t) : undefined;
  return (
    <span className="inline-flex flex-col items-start gap-1">
      <Button variant={variant} small={small} busy={busy} why={why} onClick={run}>
        {label}
      </Button>
      {sentence && (
        <span role="alert" className="max-w-measure text-sm font-bold text-negative">
          {sentence}
        </span>
      )}
    </span>
  );
}

/** "state.published" is why the lifecycle refuses; anything else is the policy's own reason. */
export function whyNot(key: string, t: (key: string) => string): string {
  return key.startsWith("state.") ? t("errors.wrongState") : sentenceOfKey(key, t);
}
