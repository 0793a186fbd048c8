"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import type { Abilities } from "@/server/core/policy";
import { type LinkStep, reasonedLinkStepInput } from "@/server/programmes/input";
import type { ConsentAction } from "@/server/programmes/lifecycle";
import { ReasonForm } from "../needs/reason-form";

type Props = { link: LinkStep; abilities: Abilities<ConsentAction> };

const WITH_REASON = [
  ["refuse", trpc.programmes.refuse],
  ["withdraw", trpc.programmes.withdrawConsent],
  ["release", trpc.programmes.release],
] as const;

/** What the reader can say about a need in a programme: the buyer for its need, the lead for its programme. */
export function ConsentActions({ link, abilities }: Props) {
  const t = useTranslations("programmes");
  const again = { programmeId: link.programmeId, needId: link.needId, answerBy: null };
  if (!Object.values(abilities).some(({ can }) => can)) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-3 empty:hidden">
        {abilities.consent.can && (
          <ActionButton
            small
            variant="primary"
            label={t("do.consent")}
            act={() => trpc.programmes.consent.mutate(link)}
          />
        )}
        {abilities.fix.can && (
          <ActionButton small label={t("do.fix")} act={() => trpc.programmes.fix.mutate(link)} />
        )}
        {abilities.allowFix.can && (
          <ActionButton small label={t("do.allowFix")} act={() => trpc.programmes.allowFix.mutate(link)} />
        )}
        {abilities.remind.can && (
          <ActionButton small label={t("do.remind")} act={() => trpc.programmes.remind.mutate(link)} />
        )}
        {abilities.propose.can && (
          <ActionButton
            small
            label={t("do.proposeAgain")}
            act={() => trpc.programmes.proposeNeed.mutate(again)}
          />
        )}
      </div>
      {WITH_REASON.filter(([action]) => abilities[action].can).map(([action, procedure]) => (
        <ReasonForm
          key={`${action}${link.version}`}
          label={t(`do.${action}`)}
          name={`${action}-${link.programmeId}-${link.needId}`}
          schema={reasonedLinkStepInput}
          initial={{ ...link, reason: "" }}
          act={(input) => procedure.mutate(input)}
        />
      ))}
    </div>
  );
}
