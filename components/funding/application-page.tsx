import { getTranslations } from "next-intl/server";
import { MissionTestTable } from "@/components/challenges/mission-test";
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
import { LinkButton } from "@/components/ui/button";
import type { Application } from "@/server/funding/queries/applications";
import { ApplicationFacts } from "./application-facts";
import { Assessment, SigningPart } from "./assessment";
import { ApplicationBadge, DemonstrationBadge } from "./badges";
import { missingText } from "./missing-text";
import { PublishButton } from "./publish-button";
import { Signatures } from "./signatures";
import { SubmitButton, WithdrawButton } from "./steps";
import { validSignatures } from "./valid-signatures";

/** One application: what is asked, for what, how it was judged, who signed, and what can be done now. */
export async function ApplicationPage({ application }: { application: Application }) {
  const t = await getTranslations("funding");
  const { id, status } = application;
  return (
    <Page>
      <Live topics={[`application:${id}`]} />
      <PageHeader
        kind={t("application.kind", { applicant: application.applicant.name, fund: application.fund.name })}
        title={application.title}
        lang={application.language}
        finding={t(`application.now.${status}`, { count: validSignatures(application).length })}
        ribbon={<ObjectRibbon kind="application" id={id} />}
        state={
          <>
            <ApplicationBadge status={status} />
            <DemonstrationBadge shown={application.applicant.isDemonstration} />
          </>
        }
        actions={<NextStep application={application} />}
      />
      {status === "draft" && (
        <MissingList
          title={t("application.missingTitle")}
          items={application.missing.map(({ field }) => ({
            key: field,
            text: missingText(field, t, application.fund.minimumParties),
            href: `/applications/${id}/edit#${field}`,
          }))}
        />
      )}
      <TwoColumns
        aside={
          <>
            <ApplicationFacts application={application} />
            <FollowButton kind="application" id={id} />
            <WhyAndWhat kind="application" id={id} />
            <History
              kind="application"
              id={id}
              editHref={application.abilities.change.can ? `/applications/${id}/edit` : undefined}
            />
          </>
        }
      >
        <FeatureMessages namespaces={["funding"]}>
          <Assessment application={application} />
          {status === "assessed" && <SigningPart application={application} />}
        </FeatureMessages>
        {application.signatures.length > 0 && <Signatures signatures={application.signatures} />}
        {application.description.trim() !== "" && (
          <Section title={t("application.description")} id="description">
            <WrittenText text={application.description} language={application.language} />
          </Section>
        )}
        <Section title={t("mission.title")} id="mission">
          <MissionTestTable test={application.missionTest} lang={application.language} />
        </Section>
        <Section title={t("application.parties")} id="parties">
          {application.parties.length === 0 ? (
            <p className="text-muted">{t("application.noParties")}</p>
          ) : (
            <ul className="list-disc ps-5">
              {application.parties.map((party) => (
                <li key={party}>{party}</li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={t("application.conditions")} id="conditions">
          <ul className="list-disc ps-5" lang={application.fund.language}>
            {application.fund.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </Section>
        <Comments kind="application" id={id} />
      </TwoColumns>
    </Page>
  );
}

/** The next thing to do, for who can do it. */
async function NextStep({ application }: { application: Application }) {
  const t = await getTranslations("funding");
  const { id, version, status, abilities, decision, missing } = application;
  const step = { id, version };
  return (
    <FeatureMessages namespaces={["funding"]}>
      {status === "draft" && (
        <SubmitButton
          step={step}
          ability={
            abilities.submit.can && missing.length > 0
              ? { can: false, why: "incomplete", by: "lifecycle" }
              : abilities.submit
          }
        />
      )}
      {abilities.change.can && (
        <LinkButton href={`/applications/${id}/edit`}>{t("application.edit")}</LinkButton>
      )}
      {abilities.withdraw.can && <WithdrawButton step={step} ability={abilities.withdraw} />}
      {application.mayPublish && decision && <PublishButton id={decision.id} />}
      {decision && <LinkButton href={`/decisions/${decision.id}`}>{t("application.toDecision")}</LinkButton>}
    </FeatureMessages>
  );
}
