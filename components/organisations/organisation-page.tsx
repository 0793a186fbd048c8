import { getLocale, getTranslations } from "next-intl/server";
import { FollowButton } from "@/components/collaboration/follow-button";
import { History } from "@/components/collaboration/history";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Facts } from "@/components/ui/facts";
import { formatDate } from "@/components/ui/format";
import type { SlipHistory } from "@/server/needs/slip";
import type { Organisation } from "@/server/organisations/queries";
import { BuyerSlips } from "../needs/buyer-slips";
import { InviteForm } from "./invite-form";
import { Members } from "./members";
import { OpenInvitations } from "./open-invitations";
import { OrganisationForm } from "./organisation-form";
import { VerifyButton } from "./verify-button";

/** One organisation: what it is, for its members also who works there. */
export async function OrganisationPage({
  organisation,
  myId,
  slips,
}: {
  organisation: Organisation;
  myId: string | null;
  /** Of its needs, where it buys. */
  slips: SlipHistory;
}) {
  const [t, locale] = await Promise.all([getTranslations("organisations"), getLocale()]);
  const { id, version, name, status, abilities, members, registrationNumber, emailDomain } = organisation;
  const when = (date: Date | null) => date && formatDate(date, locale as "nl" | "en");
  return (
    <Page>
      <PageHeader
        kind={t(`kind.${organisation.kind}`)}
        title={name}
        finding={t(`about.${status}`)}
        state={
          <span className="flex flex-wrap gap-2">
            <Badge tone={status === "verified" ? "positive" : "neutral"}>{t(`state.${status}`)}</Badge>
            {organisation.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
          </span>
        }
        actions={
          <FeatureMessages namespaces={["organisations"]}>
            {abilities.verify.can && <VerifyButton id={id} version={version} ability={abilities.verify} />}
            <FollowButton kind="organisation" id={id} />
          </FeatureMessages>
        }
      />
      <TwoColumns
        aside={
          <>
            <Facts
              facts={[
                { term: t("field.registrationNumber"), value: registrationNumber },
                { term: t("field.emailDomain"), value: emailDomain },
                { term: t("memberCount"), value: organisation.memberCount },
                { term: t("registeredOn"), value: when(organisation.createdAt) },
                { term: t("verifiedOn"), value: when(organisation.verifiedAt) },
              ]}
            />
            <History kind="organisation" id={id} />
          </>
        }
      >
        <BuyerSlips history={slips} />
        <FeatureMessages namespaces={["organisations"]}>
          {members === null ? (
            <p className="text-muted">{t("membersHidden")}</p>
          ) : (
            <Section title={t("members")} id="members">
              <Members
                organisationId={id}
                members={members}
                possibleRoles={organisation.possibleRoles}
                ability={abilities.setRoles}
                myId={myId}
              />
            </Section>
          )}
          {abilities.invite.can && (
            <Section title={t("invite.title")} id="invite">
              <OpenInvitations invitations={organisation.invitations} />
              <InviteForm organisationId={id} possibleRoles={organisation.possibleRoles} />
            </Section>
          )}
          {abilities.change.can && (
            <Disclosure summary={t("changeDetails")}>
              <OrganisationForm organisation={{ id, version, name, registrationNumber, emailDomain }} />
            </Disclosure>
          )}
        </FeatureMessages>
      </TwoColumns>
    </Page>
  );
}
