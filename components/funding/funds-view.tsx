import { useLocale, useTranslations } from "next-intl";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { WrittenText } from "@/components/layout/written-text";
import { Live } from "@/components/trpc/live";
import { Bar } from "@/components/ui/bar";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { formatMoney } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Language } from "@/db/enums";
import type { listFunds } from "@/server/funding/queries/funds";

/** Each fund with its budget, what is promised and what is left. */
export function FundsView({ funds }: { funds: Awaited<ReturnType<typeof listFunds>>["funds"] }) {
  const t = useTranslations("funding");
  const locale = useLocale() as Language;
  const sum = (of: (fund: (typeof funds)[number]) => number) =>
    formatMoney(
      funds.reduce((total, fund) => total + of(fund), 0),
      locale,
    );
  return (
    <Page>
      <Live topics={["decision"]} />
      <PageHeader
        title={t("funds.title")}
        finding={t("funds.finding", {
          budget: sum(({ budgetCents }) => budgetCents),
          promised: sum(({ promisedCents }) => promisedCents),
          left: sum(({ leftCents }) => leftCents),
        })}
        actions={<Link href="/decisions">{t("decisions.link")}</Link>}
      />
      {funds.length === 0 && <EmptyState title={t("funds.none")} />}
      {funds.map((fund) => (
        <Section key={fund.id} title={<span lang={fund.language}>{fund.name}</span>}>
          <WrittenText text={fund.description} language={fund.language} />
          <div className="max-w-measure">
            <Bar share={fund.promisedCents / fund.budgetCents} />
          </div>
          <Facts
            across
            facts={[
              { term: t("funds.columns.owner"), value: fund.owner.name },
              { term: t("funds.columns.budget"), value: formatMoney(fund.budgetCents, locale) },
              { term: t("funds.columns.promised"), value: formatMoney(fund.promisedCents, locale) },
              { term: t("funds.columns.left"), value: formatMoney(fund.leftCents, locale) },
            ]}
          />
          <div>
            <h3 className="font-bold">{t("funds.conditions")}</h3>
            <ul className="list-disc ps-5" lang={fund.language}>
              {fund.conditions.map((condition) => (
                <li key={condition}>{condition}</li>
              ))}
            </ul>
          </div>
        </Section>
      ))}
    </Page>
  );
}
