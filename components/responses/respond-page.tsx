import { getLocale, getTranslations } from "next-intl/server";
import { Criteria } from "@/components/challenges/criteria";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { getChallenge } from "@/server/challenges/queries";
import type { getOwn } from "@/server/responses/queries/own";
import { ClosedNotice } from "./closed-notice";
import { ResponseForm } from "./response-form";

type Props = {
  challenge: Awaited<ReturnType<typeof getChallenge>>;
  own: Awaited<ReturnType<typeof getOwn>>;
};

/** Where a company writes its response; nobody else can read it before the deadline. */
export async function RespondPage({ challenge, own: { response, respond } }: Props) {
  const [t, locale] = [await getTranslations("responses"), (await getLocale()) as "nl" | "en"];
  const deadline = challenge.deadline
    ? formatDate(challenge.deadline, locale, { weekday: true, time: true })
    : "";
  const isSubmitted = response?.status === "submitted";
  return (
    <Page>
      <PageHeader
        kind={t("respond.title")}
        title={challenge.title}
        lang={challenge.language}
        finding={t("respond.finding", { deadline })}
      />
      <TwoColumns
        aside={
          <>
            <Section title={t("respond.criteria")}>
              <Criteria criteria={challenge.criteria} lang={challenge.language} />
            </Section>
            <Link href={`/challenges/${challenge.id}`}>{t("respond.back")}</Link>
          </>
        }
      >
        {respond.can ? (
          <>
            <Notice title={t("sealed.title")}>{t("sealed.text", { deadline })}</Notice>
            <FeatureMessages namespaces={["responses"]}>
              {challenge.msToDeadline !== null && <ClosedNotice msToDeadline={challenge.msToDeadline} />}
              <ResponseForm
                initial={{
                  challengeId: challenge.id,
                  version: response?.version ?? null,
                  title: response?.title ?? "",
                  body: response?.body ?? "",
                  language: response?.language ?? locale,
                  priceCents: response?.priceCents ?? null,
                }}
              />
            </FeatureMessages>
          </>
        ) : (
          <Refused why={respond.why} isSubmitted={isSubmitted} responseId={response?.id ?? null} />
        )}
      </TwoColumns>
    </Page>
  );
}

async function Refused({
  why,
  isSubmitted,
  responseId,
}: {
  why: string;
  isSubmitted: boolean;
  responseId: string | null;
}) {
  const [t, errors] = [await getTranslations("responses"), await getTranslations("errors")];
  const isLate = why === "responses.afterDeadline";
  const says = () => {
    if (isSubmitted && !isLate) return t("respond.withdrawFirst");
    return why.startsWith("responses.")
      ? t(`errors.${why.slice("responses.".length)}`)
      : errors("wrongState");
  };
  return (
    <EmptyState
      title={t("respond.refused")}
      action={responseId && <Link href={`/responses/${responseId}`}>{t("body")}</Link>}
    >
      {says()}
    </EmptyState>
  );
}
