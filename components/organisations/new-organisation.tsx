import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { OrganisationForm } from "./organisation-form";

export async function NewOrganisation() {
  const t = await getTranslations("organisations");
  return (
    <Page>
      <PageHeader title={t("new.title")} finding={t("new.help")} />
      <FeatureMessages namespaces={["organisations"]}>
        <OrganisationForm />
      </FeatureMessages>
    </Page>
  );
}
