import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { choice } from "../needs/choice";
import { ProgrammeForm, type ProgrammeFormProps } from "./programme-form";

/** The form of a new programme or of one that is there; who may not make one reads who can. */
export async function ProgrammeFormPage({
  words,
  mayEdit,
  ...form
}: ProgrammeFormProps & { mayEdit: boolean }) {
  const [t, b] = await Promise.all([getTranslations("programmes"), getTranslations("bundling")]);
  const { programme } = form;
  return (
    <Page>
      <PageHeader
        kind={programme && t("form.edit")}
        title={programme?.title ?? t("form.new")}
        lang={programme?.language}
        finding={programme ? undefined : t("form.newFinding")}
        actions={
          programme ? (
            <Link href={`/programmes/${programme.id}`}>{t("form.back")}</Link>
          ) : (
            mayEdit && <LinkButton href="/programmes/suggestions">{b("page")}</LinkButton>
          )
        }
      />
      {mayEdit ? (
        <FeatureMessages namespaces={["programmes"]}>
          <ProgrammeForm
            {...form}
            words={{
              missionThemes: words.missionThemes.map(choice),
              programmeThemes: words.programmeThemes.map(choice),
              ecosystems: words.ecosystems.map(choice),
              elements: words.elements.map(choice),
            }}
          />
        </FeatureMessages>
      ) : (
        <EmptyState title={t("form.notCurator")} action={<Link href="/sign-in">{t("form.signIn")}</Link>}>
          {t("form.notCuratorHelp")}
        </EmptyState>
      )}
    </Page>
  );
}
