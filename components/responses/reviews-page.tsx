import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { Criteria } from "@/components/challenges/criteria";
import { DeclareConflict } from "@/components/challenges/declare-conflict";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { WrittenText } from "@/components/layout/written-text";
import { Live } from "@/components/trpc/live";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, formatMoney } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ReviewState } from "@/db/enums";
import type { getReviewing } from "@/server/responses/queries/judging";
import { caller } from "@/server/trpc/caller";
import { Results } from "./results";
import { ReviewForm } from "./review-form";
import { ReviewScores } from "./review-scores";

type Reviewing = Awaited<ReturnType<typeof getReviewing>>;

/** A reviewer's desk: first declare, then read and score each response, then see what others gave. */
export async function ReviewsPage({
  challenge,
  conflict,
  isStarted,
  responses,
  chosen,
}: Reviewing & { chosen: string | null }) {
  const [t, tc] = [await getTranslations("responses"), await getTranslations("challenges")];
  const shown =
    responses.find(({ id }) => id === chosen) ??
    responses.find(({ review }) => review?.status !== "submitted") ??
    responses[0];
  const done = responses.filter(({ review }) => review?.status === "submitted").length;
  return (
    <Page>
      <Live topics={[`challenge:${challenge.id}`]} />
      <PageHeader
        kind={t("reviews.kind")}
        title={challenge.title}
        lang={challenge.language}
        finding={responses.length > 0 ? t("reviews.finding", { done, all: responses.length }) : undefined}
      />
      <TwoColumns
        aside={
          <>
            <Section title={t("respond.criteria")}>
              <Criteria criteria={challenge.criteria} lang={challenge.language} />
            </Section>
            <Link href={`/challenges/${challenge.id}`}>{t("reviews.back")}</Link>
            {conflict === "none" && challenge.phase !== "decided" && (
              <Disclosure summary={tc("declare.later")}>
                <FeatureMessages namespaces={["challenges"]}>
                  <DeclareConflict challengeId={challenge.id} isLater />
                </FeatureMessages>
              </Disclosure>
            )}
          </>
        }
      >
        {conflict === "undeclared" && (
          <Section title={tc("declare.title")}>
            <p className="max-w-measure">{tc("declare.help")}</p>
            <FeatureMessages namespaces={["challenges"]}>
              <DeclareConflict challengeId={challenge.id} isLater={false} />
            </FeatureMessages>
          </Section>
        )}
        {(conflict === "conflict" || (conflict === "none" && isStarted && responses.length === 0)) && (
          <EmptyState title={t("reviews.conflicted")}>{t("reviews.conflictedHelp")}</EmptyState>
        )}
        {conflict === "none" && !isStarted && <Waiting deadline={challenge.deadline} />}
        {shown && (
          <>
            <Notice>{t("reviews.apart")}</Notice>
            <ToReviewLinks challengeId={challenge.id} responses={responses} shown={shown.id} />
            <ToReview key={shown.id} response={shown} challenge={challenge} />
            {done > 0 && (
              <Results {...(await (await caller()).responses.results({ challengeId: challenge.id }))} />
            )}
          </>
        )}
      </TwoColumns>
    </Page>
  );
}

async function Waiting({ deadline }: { deadline: Date | null }) {
  const [t, locale] = [await getTranslations("responses"), (await getLocale()) as "nl" | "en"];
  const when = deadline ? formatDate(deadline, locale, { weekday: true, time: true }) : "";
  return <EmptyState title={t("reviews.waiting")}>{t("reviews.waitingHelp", { deadline: when })}</EmptyState>;
}

/** All responses with what is still to do, to go from one to the other. */
async function ToReviewLinks({
  challengeId,
  responses,
  shown,
}: {
  challengeId: string;
  responses: Reviewing["responses"];
  shown: string;
}) {
  const t = await getTranslations("responses");
  return (
    <nav aria-label={t("reviews.all")}>
      <ol className="flex flex-col">
        {responses.map(({ id, title, language, review }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-t border-line py-2">
            <Link
              href={`/challenges/${challengeId}/reviews?response=${id}`}
              aria-current={id === shown ? "page" : undefined}
              className={id === shown ? "font-bold" : undefined}
              lang={language}
            >
              {title}
            </Link>
            <ReviewBadge status={review?.status ?? null} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ReviewBadge({ status }: { status: ReviewState | null }) {
  const t = useTranslations("responses");
  const word = status === "submitted" ? "submitted" : status === "draft" ? "draft" : "toDo";
  return <Badge tone={status === "submitted" ? "positive" : "attention"}>{t(`reviews.${word}`)}</Badge>;
}

async function ToReview({
  response,
  challenge,
}: {
  response: Reviewing["responses"][number];
  challenge: Reviewing["challenge"];
}) {
  const [t, locale] = [await getTranslations("responses"), (await getLocale()) as "nl" | "en"];
  const { review, hints } = response;
  const isDone = review?.status === "submitted";
  return (
    <Section
      id={`response-${response.id}`}
      title={
        <span className="flex flex-wrap items-center gap-3">
          <span lang={response.language}>{response.title}</span>
          <ReviewBadge status={review?.status ?? null} />
        </span>
      }
    >
      <p className="text-muted">
        {t("kindOf", { organisation: response.organisation.name })}
        {response.priceCents !== null && ` · ${formatMoney(response.priceCents, locale)}`}
      </p>
      {hints.length > 0 && (
        <Notice kind="attention" title={t("reviews.hintTitle")}>
          {hints.map((hint) => (
            <p key={hint}>{t(`reviews.hint.${hint}`)}</p>
          ))}
        </Notice>
      )}
      <Disclosure summary={t("reviews.read")} open={!isDone}>
        <WrittenText text={response.body} language={response.language} />
      </Disclosure>
      {isDone ? (
        <Disclosure summary={t("reviews.own")}>
          <ReviewScores scores={review.scores} comment={review.comment} criteria={challenge.criteria} />
        </Disclosure>
      ) : (
        challenge.phase === "under-review" && (
          <FeatureMessages namespaces={["responses"]}>
            <ReviewForm
              responseId={response.id}
              criteria={challenge.criteria}
              review={review && { version: review.version, scores: review.scores, comment: review.comment }}
            />
          </FeatureMessages>
        )
      )}
    </Section>
  );
}
