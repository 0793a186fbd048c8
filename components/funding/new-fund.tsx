import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { FundForm } from "./fund-form";

/** The form that opens a fund, for who may. */
export async function NewFund({ mayOpen }: { mayOpen: boolean }) {
  const t = await getTranslations("funding");
  return (
    <Page>
      <PageHeader title={t("fund.open")} finding={t("fund.openHelp")} />
      {mayOpen ? (
        <FeatureMessages namespaces={["funding"]}>
          <FundForm />
        </FeatureMessages>
      ) : (
        <EmptyState title={t("errors.onlyOfficers")}>
          <Link href="/funding">{t("tabs.funds")}</Link>
        </EmptyState>
      )}
    </Page>
  );
}
