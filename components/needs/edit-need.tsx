import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { Link } from "@/components/ui/link";
import type { Need } from "@/server/needs/queries";
import { type Choice, choice } from "./choice";
import { NeedForm, type NeedFormProps } from "./need-form";

/** The same form, filled in. */
export async function EditNeed({
  need,
  words,
  invitable,
}: {
  need: Need;
  words: { missionThemes: Choice[]; ecosystems: Choice[] };
  invitable: NeedFormProps["invitable"];
}) {
  const t = await getTranslations("needs");
  return (
    <Page>
      <PageHeader
        kind={t("form.edit")}
        title={need.title}
        lang={need.language}
        actions={<Link href={`/needs/${need.id}`}>{t("form.back")}</Link>}
      />
      <FeatureMessages namespaces={["needs"]}>
        <NeedForm
          need={{
            id: need.id,
            version: need.version,
            isPublished: need.status === "published",
            title: need.title,
            description: need.description,
            language: need.language,
            reference: need.reference,
            windowStart: need.windowStart,
            windowEnd: need.windowEnd,
            windowPrecision: need.windowPrecision,
            slackEarlier: need.slackEarlier,
            slackLater: need.slackLater,
            valueMinCents: need.valueMinCents,
            valueMaxCents: need.valueMaxCents,
            certainty: need.certainty,
            cpv: need.cpv,
            theme: need.theme,
            ecosystems: need.ecosystems,
            place: need.place,
            procedure: need.procedure,
            skills: need.skills,
            questions: need.questions,
            visibility: need.visibility,
            invited: need.invited.map(({ id }) => id),
            contact: need.contact,
          }}
          cpvName={need.cpvName}
          themes={words.missionThemes.map(choice)}
          ecosystems={words.ecosystems.map(choice)}
          invitable={invitable.map(({ id, name }) => ({ id, name }))}
        />
      </FeatureMessages>
    </Page>
  );
}
