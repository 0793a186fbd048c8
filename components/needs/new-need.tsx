import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { type Choice, choice } from "./choice";
import { NeedForm, type NeedFormProps } from "./need-form";

type Words = { missionThemes: Choice[]; ecosystems: Choice[] };

/** The form of a new need; who may not post one reads who can. */
export async function NewNeed({
  words,
  invitable,
}: {
  words: Words;
  invitable: NeedFormProps["invitable"] | null;
}) {
  const t = await getTranslations("needs");
  return (
    <Page>
      <PageHeader
        title={t("form.new")}
        finding={invitable ? t("form.newFinding") : undefined}
        actions={invitable && <Link href="/needs/import">{t("form.import")}</Link>}
      />
      {invitable === null ? (
        <EmptyState title={t("form.notBuyer")} action={<Link href="/sign-in">{t("form.signIn")}</Link>}>
          {t("form.notBuyerHelp")}
        </EmptyState>
      ) : (
        <FeatureMessages namespaces={["needs"]}>
          <NeedForm
            themes={words.missionThemes.map(choice)}
            ecosystems={words.ecosystems.map(choice)}
            invitable={invitable.map(({ id, name }) => ({ id, name }))}
          />
        </FeatureMessages>
      )}
    </Page>
  );
}
