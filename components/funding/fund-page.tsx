import { getLocale, getTranslations } from "next-intl/server";
import { Comments } from "@/components/collaboration/comments";
import { FollowButton } from "@/components/collaboration/follow-button";
import { History } from "@/components/collaboration/history";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { WrittenText } from "@/components/layout/written-text";
import { Live } from "@/components/trpc/live";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Facts } from "@/components/ui/facts";
import { formatMoney, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Fund } from "@/server/funding/queries/funds";
import { ApplicationTable } from "./application-table";
import { DecisionBadge, DemonstrationBadge, FundBadge } from "./badges";
import { BudgetBars } from "./budget-bars";
import { FundForm } from "./fund-form";
import { MandateForm } from "./mandate-form";

/** One fund: its money, its conditions, who may sign for how much, and what was decided. */
export async function FundPage({ fund }: { fund: Fund }) {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  const money = (cents: number) => formatMoney(cents, locale);
  return (
    <Page>
      <Live topics={[`fund:${fund.id}`]} />
      <PageHeader
        kind={t("fund.kind", { owner: fund.owner.name })}
        title={fund.name}
        lang={fund.language}
        finding={t("fund.finding", {
          left: money(fund.leftCents),
          budget: money(fund.budgetCents),
          count: fund.decisions.filter(({ kind }) => kind === "award").length,
        })}
        state={
          <>
            <FundBadge status={fund.status} />
            <DemonstrationBadge shown={fund.owner.isDemonstration} />
          </>
        }
        actions={
          fund.mayApply && (
            <LinkButton variant="primary" href={`/applications/new?fund=${fund.id}`}>
              {t("application.start")}
            </LinkButton>
          )
        }
      />
      <TwoColumns
        aside={
          <>
            <FundFacts fund={fund} />
            <FollowButton kind="fund" id={fund.id} />
            <History kind="fund" id={fund.id} />
          </>
        }
      >
        <BudgetBars fund={fund} />
        {fund.description.trim() !== "" && (
          <Section title={t("field.description")}>
            <WrittenText text={fund.description} language={fund.language} />
          </Section>
        )}
        <Section title={t("field.conditions")} id="conditions">
          <ul className="list-disc ps-5" lang={fund.language}>
            {fund.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </Section>
        <Section title={t("fund.decisions")} id="decisions">
          <Decided fund={fund} />
        </Section>
        {fund.applications.length > 0 && (
          <Section title={t("applications.title")} id="applications">
            <ApplicationTable applications={fund.applications} withoutFund />
          </Section>
        )}
        <FeatureMessages namespaces={["funding"]}>
          {fund.approvers && (
            <Section title={t("mandate.title")} id="mandates">
              <MandateForm fundId={fund.id} approvers={fund.approvers} />
            </Section>
          )}
          {fund.mayChange && (
            <Disclosure summary={t("fund.change")}>
              <FundForm fund={fund} />
            </Disclosure>
          )}
        </FeatureMessages>
        <Comments kind="fund" id={fund.id} />
      </TwoColumns>
    </Page>
  );
}

async function FundFacts({ fund }: { fund: Fund }) {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  const exact = (cents: number) => formatMoney(cents, locale, "exact");
  const highest = fund.mandates.at(-1);
  return (
    <Facts
      facts={[
        {
          term: t("fund.owner"),
          value: <Link href={`/organisations/${fund.owner.id}`}>{fund.owner.name}</Link>,
        },
        { term: t("field.budgetCents"), value: exact(fund.budgetCents) },
        { term: t("fund.promised"), value: exact(fund.promisedCents) },
        { term: t("fund.left"), value: exact(fund.leftCents) },
        { term: t("field.minimumParties"), value: fund.minimumParties },
        { term: t("fund.mayGive"), value: t("fund.mayGiveText") },
        {
          term: t("fund.mandates"),
          value: highest && t("fund.mandatesText", { count: fund.mandates.length, highest: exact(highest) }),
        },
      ]}
    />
  );
}

async function Decided({ fund }: { fund: Fund }) {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  if (fund.decisions.length === 0) return <p className="text-muted">{t("fund.noDecisions")}</p>;
  return (
    <ul className="flex flex-col">
      {fund.decisions.map((decision) => (
        <li
          key={decision.id}
          className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line py-2.5 wrap-anywhere"
        >
          <Link href={`/decisions/${decision.id}`} lang={decision.language}>
            {decision.title}
          </Link>
          <DecisionBadge kind={decision.kind} />
          {decision.amountCents !== null && (
            <span className="ms-auto tabular-nums">{formatMoney(decision.amountCents, locale)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
