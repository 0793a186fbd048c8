import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { LinkButton } from "@/components/ui/button";
import type { Challenge } from "@/server/challenges/queries";
import { caller } from "@/server/trpc/caller";
import { StepButton } from "./steps";

/** What can be done with the challenge now, by who looks at it; a refused step says why. */
export async function NextStep({ challenge }: { challenge: Challenge }) {
  const { id, phase, abilities, isClient, isProposer } = challenge;
  const t = await getTranslations("challenges");
  const isOurs = isClient || isProposer;
  const step = { id, version: challenge.version };
  return (
    <FeatureMessages namespaces={["challenges"]}>
      <div className="flex flex-wrap items-start gap-3">
        {abilities.change.can && (
          <LinkButton
            href={`/challenges/${id}/edit`}
            variant={challenge.missing.length > 0 ? "primary" : "secondary"}
          >
            {t("step.edit")}
          </LinkButton>
        )}
        {abilities.propose.can && challenge.missing.length === 0 && (
          <StepButton step={step} name="propose" ability={abilities.propose} />
        )}
        {phase === "accepted" && isOurs && <StepButton step={step} name="open" ability={abilities.open} />}
        {(phase === "open" || phase === "closed") && isClient && (
          <StepButton step={step} name="startReview" ability={abilities.startReview} />
        )}
        {challenge.myReviewing && (
          <LinkButton href={`/challenges/${id}/reviews`}>{t("step.toReviews")}</LinkButton>
        )}
        {abilities.select.can && (
          <LinkButton href={`/challenges/${id}/select`} variant="primary">
            {t("step.toSelect")}
          </LinkButton>
        )}
        <RespondLink challenge={challenge} />
        {phase === "decided" && <DecisionLink challengeId={id} />}
      </div>
    </FeatureMessages>
  );
}

async function RespondLink({ challenge: { id, phase, isClient } }: { challenge: Challenge }) {
  const [t, api] = [await getTranslations("challenges"), await caller()];
  const me = await api.accounts.me();
  if (!me) return phase === "open" ? <LinkButton href="/sign-in">{t("respondSignIn")}</LinkButton> : null;
  const { response, respond } = await api.responses.own({ challengeId: id });
  if (response) return <LinkButton href={`/responses/${response.id}`}>{t("step.toResponse")}</LinkButton>;
  if (phase !== "open" || isClient || !respond.can) return null;
  return (
    <LinkButton href={`/challenges/${id}/respond`} variant="primary">
      {t("step.respond")}
    </LinkButton>
  );
}

async function DecisionLink({ challengeId }: { challengeId: string }) {
  const [t, api] = [await getTranslations("challenges"), await caller()];
  const { selections } = await api.collaboration.chain({ kind: "challenge", id: challengeId });
  return selections.map(({ id, title, language }) => (
    <LinkButton key={id} href={`/decisions/${id}`}>
      {t("step.toDecision")}
      {selections.length > 1 && <span lang={language}>: {title}</span>}
    </LinkButton>
  ));
}
