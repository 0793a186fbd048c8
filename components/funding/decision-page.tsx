import { getLocale, getTranslations } from "next-intl/server";
import { Comments } from "@/components/collaboration/comments";
import { FollowButton } from "@/components/collaboration/follow-button";
import { History } from "@/components/collaboration/history";
import { ObjectRibbon } from "@/components/collaboration/object-ribbon";
import { WhyAndWhat } from "@/components/collaboration/why-and-what";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { WrittenText } from "@/components/layout/written-text";
import { Live } from "@/components/trpc/live";
import { LinkButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { formatDate, formatMoney, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { Decision } from "@/server/funding/queries/decisions";
import { DecisionBadge, DemonstrationBadge } from "./badges";
import { multiplierText } from "./multiplier";
import { PublishButton } from "./publish-button";

/** One decision with its reasons and its place in the chain. */
export async function DecisionPage({ decision }: { decision: Decision }) {
  const t = await getTranslations("funding");
  const { id, kind } = decision;
  return (
    <Page>
      <Live topics={[`decision:${id}`]} />
      <PageHeader
        kind={t("decision.kind", { number: decision.number, by: decision.organisation.name })}
        title={decision.title}
        lang={decision.language}
        finding={await findingOf(decision)}
        ribbon={<ObjectRibbon kind="decision" id={id} />}
        state={
          <>
            <DecisionBadge kind={kind} />
            <DemonstrationBadge shown={decision.organisation.isDemonstration} />
          </>
        }
        actions={
          <FeatureMessages namespaces={["funding"]}>
            {decision.mayPublish && <PublishButton id={id} />}
            {decision.mayApply && (
              <LinkButton variant="primary" href={`/applications/new?decision=${id}`}>
                {t("application.start")}
              </LinkButton>
            )}
          </FeatureMessages>
        }
      />
      {decision.publishedAt === null && <Notice kind="attention">{t("decision.notPublic")}</Notice>}
      <TwoColumns
        aside={
          <>
            <DecisionFacts decision={decision} />
            <FollowButton kind="decision" id={id} />
            <History kind="decision" id={id} />
          </>
        }
      >
        <Section title={t("decision.reasons")} id="reasons">
          <Reasons decision={decision} />
        </Section>
        <WhyAndWhat kind="decision" id={id} />
        {decision.related.length > 0 && (
          <Section title={t("decision.related")} id="related">
            <ul className="flex flex-col gap-2">
              {decision.related.map((one) => (
                <li key={one.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 wrap-anywhere">
                  <Link href={`/decisions/${one.id}`} lang={one.language}>
                    {one.title}
                  </Link>
                  <DecisionBadge kind={one.kind} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Comments kind="decision" id={id} />
      </TwoColumns>
    </Page>
  );
}

async function findingOf(decision: Decision): Promise<string> {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  const values = {
    by: decision.organisation.name,
    to: decision.beneficiary?.name ?? "",
    amount: formatMoney(decision.amountCents ?? 0, locale),
    cofunding: formatMoney(decision.cofundingCents ?? 0, locale),
  };
  if (decision.kind === "selection" && !decision.beneficiary) return t("decision.finding.none", values);
  return t(`decision.finding.${decision.kind}`, values);
}

async function DecisionFacts({ decision }: { decision: Decision }) {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  const { organisation, beneficiary, fund, challenge, amountCents, cofundingCents, multiplier } = decision;
  const exact = (cents: number | null) => cents !== null && formatMoney(cents, locale, "exact");
  const when = (moment: Date) => formatDate(moment, locale, { time: true });
  return (
    <Facts
      facts={[
        { term: t("decisions.amount"), value: exact(amountCents) || null },
        { term: t("field.cofundingCents"), value: exact(cofundingCents) || null },
        {
          term: t("multiplier.label"),
          value:
            multiplier !== null && t("multiplier.text", { multiplier: multiplierText(multiplier, locale) }),
        },
        {
          term: t("decisions.by"),
          value: <Link href={`/organisations/${organisation.id}`}>{organisation.name}</Link>,
        },
        { term: t("decision.signatories"), value: t("decision.signed", { count: decision.signatories }) },
        {
          term: t("decisions.beneficiary"),
          value: beneficiary && <Link href={`/organisations/${beneficiary.id}`}>{beneficiary.name}</Link>,
        },
        {
          term: t("field.fundId"),
          value: fund && <Link href={`/funding/${fund.id}`}>{fund.name}</Link>,
        },
        {
          term: t("decision.challenge"),
          value: challenge && (
            <Link href={`/challenges/${challenge.id}`} lang={challenge.language}>
              {challenge.title}
            </Link>
          ),
        },
        {
          term: t("decision.application"),
          value: decision.applicationId && (
            <Link href={`/applications/${decision.applicationId}`}>{t("decision.toApplication")}</Link>
          ),
        },
        { term: t("decision.version"), value: decision.subjectVersion },
        { term: t("decisions.decidedOn"), value: when(decision.decidedAt) },
        { term: t("decision.publishedOn"), value: decision.publishedAt && when(decision.publishedAt) },
      ].map((fact) => ({ ...fact, value: fact.value === false ? null : fact.value }))}
    />
  );
}

/** The officer's and the approvers' own words; for a selection a reason per criterion. */
async function Reasons({ decision }: { decision: Decision }) {
  const t = await getTranslations("funding");
  const written = decision.reasons.filter(({ text }) => text.trim() !== "");
  if (written.length === 0) return <p className="text-muted">{t("decision.noReasons")}</p>;
  return (
    <dl className="flex flex-col gap-5">
      {written.map(({ key, criterion, text }) => (
        <div key={key} className="flex flex-col gap-1">
          <dt className="font-bold" lang={criterion ? decision.language : undefined}>
            {criterion ?? reasonLabel(key, t)}
          </dt>
          <dd>
            <WrittenText text={text} language={decision.language} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Texts = (key: string, values?: Record<string, string | number>) => string;

/** Who gave a reason: the officer, the nth approver, or what a selection rests on as a whole. */
function reasonLabel(key: string, t: Texts): string {
  const nth = /^approver-(\d+)$/.exec(key)?.[1];
  if (nth) return t("decision.approver", { nth });
  return key === "officer" || key === "none" || key === "consensus" ? t(`decision.reason.${key}`) : key;
}
