import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Section } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { REVIEWERS_ASKED_IN } from "@/server/challenges/lifecycle";
import type { getChallenge } from "@/server/challenges/queries";
import { caller } from "@/server/trpc/caller";
import { AssignReviewer } from "./assign-reviewer";

type Challenge = Awaited<ReturnType<typeof getChallenge>>;

/** For the client: who reviews, what each declared, what ties them to a respondent, and whom else to ask. */
export async function Reviewers({ challenge }: { challenge: Challenge }) {
  const [t, api] = [await getTranslations("challenges"), await caller()];
  const { id, reviewers } = challenge;
  const isAsked = REVIEWERS_ASKED_IN.includes(challenge.status);
  const [possible, panel] = await Promise.all([
    isAsked ? api.challenges.possibleReviewers({ id }) : [],
    api.responses.panel({ challengeId: id }),
  ]);
  const free = reviewers.filter(({ conflict }) => conflict === "none").length;
  return (
    <Section title={t("reviewers.title")} id="reviewers">
      <p>
        {reviewers.length === 0
          ? t("reviewers.none")
          : t("reviewers.finding", { free, all: reviewers.length })}
      </p>
      {reviewers.length > 0 && (
        <ul className="flex flex-col">
          {reviewers.map((reviewer) => (
            <li
              key={reviewer.id}
              className="flex flex-wrap items-center gap-3 border-t border-line py-2 first:border-t-0"
            >
              <span>{reviewer.name}</span>
              <Badge tone={TONES[reviewer.conflict]}>{t(`reviewers.${WORDS[reviewer.conflict]}`)}</Badge>
              {reviewer.conflictNote && <span className="text-sm text-muted">{reviewer.conflictNote}</span>}
            </li>
          ))}
        </ul>
      )}
      {panel.hints.length > 0 && (
        <Notice kind="attention" title={t("reviewers.hintsTitle")}>
          <ul className="flex flex-col gap-1">
            {panel.hints.map(({ reviewer, respondent, hint }) => (
              <li key={`${reviewer.id}-${respondent}-${hint}`}>
                {t(`reviewers.hint.${hint}`, { reviewer: reviewer.name, respondent })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {isAsked && (
        <FeatureMessages namespaces={["challenges"]}>
          <AssignReviewer challengeId={id} possible={possible} />
        </FeatureMessages>
      )}
    </Section>
  );
}

const TONES = { undeclared: "attention", none: "positive", conflict: "negative" } as const;
const WORDS = { undeclared: "undeclared", none: "free", conflict: "conflict" } as const;
