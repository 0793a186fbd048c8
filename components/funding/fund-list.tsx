import { getLocale, getTranslations } from "next-intl/server";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoney, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { listApplications } from "@/server/funding/queries/applications";
import type { listFunds } from "@/server/funding/queries/funds";
import { ApplicationTable } from "./application-table";
import { DemonstrationBadge, FundBadge } from "./badges";
import { BudgetBars } from "./budget-bars";
import { FundingTabs } from "./funding-tabs";

type Funds = Awaited<ReturnType<typeof listFunds>>;
type Props = Funds & {
  /** Null for who is not signed in. */
  applications: Awaited<ReturnType<typeof listApplications>> | null;
};

/** All funds: what each has, has promised and has left. */
export async function FundList({ funds, mayOpen, applications }: Props) {
  const t = await getTranslations("funding");
  return (
    <Page>
      <Live topics={["fund"]} />
      <PageHeader
        title={t("title")}
        finding={await findingOf(funds)}
        actions={mayOpen && <LinkButton href="/funding/new">{t("fund.open")}</LinkButton>}
      />
      <FundingTabs current="funds" />
      {funds.length === 0 ? (
        <EmptyState title={t("fund.none")}>{t("fund.noneHelp")}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-8">
          {funds.map((fund) => (
            <FundItem key={fund.id} fund={fund} />
          ))}
        </ul>
      )}
      {applications && (
        <Section title={t("applications.title")} id="applications">
          {applications.length === 0 ? (
            <EmptyState title={t("applications.none")}>{t("applications.noneHelp")}</EmptyState>
          ) : (
            <ApplicationTable applications={applications} />
          )}
        </Section>
      )}
    </Page>
  );
}

async function findingOf(funds: Funds["funds"]): Promise<string> {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  const open = funds.filter(({ status }) => status === "open");
  const sum = (key: "budgetCents" | "promisedCents" | "leftCents") =>
    formatMoney(
      open.reduce((total, fund) => total + fund[key], 0),
      locale,
    );
  return t("finding", {
    count: open.length,
    left: sum("leftCents"),
    budget: sum("budgetCents"),
    promised: sum("promisedCents"),
  });
}

async function FundItem({ fund }: { fund: Funds["funds"][number] }) {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  return (
    <li className="flex flex-col gap-3 border-t border-edge pt-5">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2 wrap-anywhere">
        <h2 className="text-xl" lang={fund.language}>
          <Link href={`/funding/${fund.id}`}>{fund.name}</Link>
        </h2>
        <FundBadge status={fund.status} />
        <DemonstrationBadge shown={fund.owner.isDemonstration} />
      </div>
      <p className="text-muted">
        {t("fund.line", {
          owner: fund.owner.name,
          budget: formatMoney(fund.budgetCents, locale),
          count: fund.minimumParties,
        })}
      </p>
      <BudgetBars fund={fund} />
    </li>
  );
}
