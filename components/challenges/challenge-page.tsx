import { getLocale, getTranslations } from "next-intl/server";
import { Comments } from "@/components/collaboration/comments";
import { FollowButton } from "@/components/collaboration/follow-button";
import { History } from "@/components/collaboration/history";
import { ObjectRibbon } from "@/components/collaboration/object-ribbon";
import { WhyAndWhat } from "@/components/collaboration/why-and-what";
import { MissingList } from "@/components/forms/missing-list";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { WrittenText } from "@/components/layout/written-text";
import { Live } from "@/components/trpc/live";
import { RefreshAfter } from "@/components/trpc/refresh-after";
import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { Challenge } from "@/server/challenges/queries";
import { caller } from "@/server/trpc/caller";
import { ChallengeFacts } from "./challenge-facts";
import { Criteria } from "./criteria";
import { MissionTestTable } from "./mission-test";
import { NextStep } from "./next-step";
import { PhaseBadge } from "./phase-badge";
import { Reviewers } from "./reviewers";
import { Assess, CancelChallenge, SendBack } from "./steps";

/** A challenge: what is asked, why, by which rules, and what can be done with it now. */
export async function ChallengePage({ challenge }: { challenge: Challenge }) {
  const [t, api] = [await getTranslations("challenges"), await caller()];
  const locale = (await getLocale()) as "nl" | "en";
  const { id, phase, abilities } = challenge;
  const { count } = await api.responses.count({ challengeId: id });
  const deadline = challenge.deadline
    ? formatDate(challenge.deadline, locale, { weekday: true, time: true })
    : t("noDeadline");
  const step = { id, version: challenge.version };
  return (
    <Page>
      <Live topics={[`challenge:${id}`]} />
      {phase === "open" && challenge.msToDeadline !== null && <RefreshAfter ms={challenge.msToDeadline} />}
      <PageHeader
        kind={t("kind", { client: challenge.client.name })}
        title={challenge.title}
        lang={challenge.language}
        finding={[t(`now.${phase}`, { deadline }), count === null ? "" : t("countKnown", { count })]
          .filter(Boolean)
          .join(" ")}
        ribbon={<ObjectRibbon kind="challenge" id={id} />}
        state={
          <>
            <PhaseBadge phase={phase} />
            {challenge.client.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
          </>
        }
        actions={<NextStep challenge={challenge} />}
      />
      {challenge.assessment && (
        <Notice
          kind={phase === "cancelled" || phase === "returned" ? "attention" : "info"}
          title={t(phase === "cancelled" ? "mission.cancelReason" : "mission.assessment")}
        >
          <p>{challenge.assessment}</p>
        </Notice>
      )}
      {(phase === "draft" || phase === "returned") && (
        <MissingList
          title={t("missingTitle")}
          items={challenge.missing.map(({ field }) => ({
            key: field,
            text: missingText(field, t),
            href: `/challenges/${id}/edit#${field}`,
          }))}
        />
      )}
      <TwoColumns
        aside={
          <>
            <ChallengeFacts challenge={challenge} deadline={deadline} />
            <FollowButton kind="challenge" id={id} />
            <WhyAndWhat kind="challenge" id={id} />
            <History
              kind="challenge"
              id={id}
              editHref={abilities.change.can ? `/challenges/${id}/edit` : undefined}
            />
          </>
        }
      >
        {phase === "proposed" && (abilities.accept.can || abilities.return.can) && (
          <Section title={t("assessTitle")} id="assess">
            <FeatureMessages namespaces={["challenges"]}>
              <Assess step={step} accept={abilities.accept} sendBack={abilities.return} />
            </FeatureMessages>
          </Section>
        )}
        <Section title={t("description")}>
          <WrittenText text={challenge.description} language={challenge.language} />
        </Section>
        <Section title={t("mission.title")}>
          <MissionTestTable test={challenge.missionTest} lang={challenge.language} />
        </Section>
        {challenge.criteria.length > 0 && (
          <Section title={t("criteria.title")}>
            <Criteria criteria={challenge.criteria} lang={challenge.language} />
          </Section>
        )}
        {abilities.assignReviewer.can && phase !== "draft" && phase !== "cancelled" && (
          <Reviewers challenge={challenge} />
        )}
        <FeatureMessages namespaces={["challenges"]}>
          {phase === "accepted" && abilities.return.can && (
            <SendBack step={step} ability={abilities.return} />
          )}
          {abilities.cancel.can && <CancelChallenge step={step} ability={abilities.cancel} />}
        </FeatureMessages>
        <Comments kind="challenge" id={id} />
      </TwoColumns>
    </Page>
  );
}

type Texts = (key: string, values?: Record<string, string>) => string;

export function missingText(field: string, t: Texts): string {
  const [where, part, question] = field.split(".");
  if (where !== "missionTest") return t(`missing.${field}`);
  return t("missing.missionTest", { part: t(`mission.${part}`), question: t(`mission.${question}`) });
}
