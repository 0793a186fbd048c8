import { getLocale, getTranslations } from "next-intl/server";
import { PhaseBadge } from "@/components/challenges/phase-badge";
import { Comments } from "@/components/collaboration/comments";
import { History } from "@/components/collaboration/history";
import { MissingList } from "@/components/forms/missing-list";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { WrittenText } from "@/components/layout/written-text";
import { Live } from "@/components/trpc/live";
import { RefreshAfter } from "@/components/trpc/refresh-after";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { formatDate, formatMoney } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { getResponse } from "@/server/responses/queries/own";
import { Feedback } from "./feedback";
import { Receipt } from "./receipt";
import { ResponseBadge } from "./response-badge";
import { ResponseSteps } from "./response-steps";

export type Response = Awaited<ReturnType<typeof getResponse>>;

/** One response: where it stands, its receipt, and what the client said of it. */
export async function ResponsePage({ response }: { response: Response }) {
  const [t, locale] = [await getTranslations("responses"), (await getLocale()) as "nl" | "en"];
  const { id, challenge, organisation, isOwn, abilities } = response;
  const isDecided = challenge.phase === "decided";
  const deadline = challenge.deadline
    ? formatDate(challenge.deadline, locale, { weekday: true, time: true })
    : "";
  return (
    <Page>
      {isOwn && <Live topics={[`response:${id}`, `challenge:${challenge.id}`]} />}
      {challenge.phase === "open" && challenge.msToDeadline !== null && (
        <RefreshAfter ms={challenge.msToDeadline} />
      )}
      <PageHeader
        kind={t("kindOf", { organisation: organisation.name })}
        title={response.title}
        lang={response.language}
        finding={t(`now.${standing(response)}`)}
        state={
          <>
            <ResponseBadge
              status={response.status}
              outcome={isDecided ? response.selectionId !== null : null}
            />
            {organisation.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
          </>
        }
        actions={
          isOwn && (
            <FeatureMessages namespaces={["responses"]}>
              <div className="flex flex-wrap items-start gap-3">
                {abilities.save.can && (
                  <LinkButton href={`/challenges/${challenge.id}/respond`}>
                    {t(response.status === "withdrawn" ? "step.resume" : "step.edit")}
                  </LinkButton>
                )}
                <ResponseSteps
                  response={response}
                  submit={abilities.submit}
                  withdraw={abilities.withdraw}
                  isComplete={response.missing.length === 0}
                />
                {response.selectionId && (
                  <>
                    <LinkButton href={`/decisions/${response.selectionId}`}>{t("toDecision")}</LinkButton>
                    <LinkButton href={`/applications/new?response=${id}`} variant="primary">
                      {t("applyForMoney")}
                    </LinkButton>
                  </>
                )}
              </div>
            </FeatureMessages>
          )
        }
      />
      {challenge.phase === "open" && (
        <Notice title={t("sealed.title")}>{t("sealed.text", { deadline })}</Notice>
      )}
      {response.status === "draft" && challenge.phase === "open" && (
        <MissingList
          title={t("missingTitle")}
          items={response.missing.map(({ field }) => ({
            key: field,
            text: t(`missing.${field}`),
            href: `/challenges/${challenge.id}/respond#${field}`,
          }))}
        />
      )}
      <TwoColumns
        aside={
          <>
            <Section title={t("facts")}>
              <Facts
                facts={[
                  {
                    term: t("challenge"),
                    value: (
                      <span className="flex flex-wrap items-center gap-2">
                        <Link href={`/challenges/${challenge.id}`} lang={challenge.language}>
                          {challenge.title}
                        </Link>
                        <PhaseBadge phase={challenge.phase} />
                      </span>
                    ),
                  },
                  { term: t("organisation"), value: organisation.name },
                  {
                    term: t("price"),
                    value:
                      response.priceCents === null ? null : formatMoney(response.priceCents, locale, "exact"),
                  },
                ]}
              />
            </Section>
            {isOwn && <Receipt submittedAt={response.submittedAt} hash={response.receiptHash} />}
            {isOwn && <History kind="response" id={id} />}
          </>
        }
      >
        <Feedback feedback={response.feedback} criteria={challenge.criteria} isOwn={isOwn} />
        <Section title={t("body")}>
          <WrittenText text={response.body} language={response.language} />
        </Section>
        <Comments kind="response" id={id} />
      </TwoColumns>
    </Page>
  );
}

/** Which sentence says where the response stands. */
function standing({ status, challenge: { phase }, selectionId, feedback }: Response): string {
  const isLate = phase !== "open";
  if (status === "draft") return isLate ? "draftLate" : "draft";
  if (status === "withdrawn") return isLate ? "withdrawnLate" : "withdrawn";
  if (phase === "decided" && selectionId) return "selected";
  if (phase === "decided") return feedback ? "notSelected" : "notSelectedOther";
  if (phase === "under-review" || phase === "cancelled") return phase;
  return phase === "closed" ? "waiting" : "submitted";
}
