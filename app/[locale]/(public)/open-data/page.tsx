import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { ResourceTable } from "@/components/open-data/resource-table";
import { Link } from "@/components/ui/link";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "openData" });
  return { title: t("title") };
}

export default async function OpenData({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("openData");
  const resources = await (await caller()).openData.resources();
  const items = resources.reduce((sum, { total }) => sum + total, 0);
  return (
    <Page>
      <PageHeader title={t("title")} finding={t("finding", { lists: resources.length, items })} />
      <ResourceTable resources={resources} />
      <Section title={t("how.title")}>
        <p className="max-w-measure">
          {t.rich("how.text", {
            description: (text) => <Link href="/api/v1/openapi.json">{text}</Link>,
            code: (text) => <code>{text}</code>,
          })}
        </p>
      </Section>
      <Section title={t("ocds.title")}>
        <p className="max-w-measure">
          {t.rich("ocds.text", {
            releases: (text) => <Link href="/api/v1/ocds/releases">{text}</Link>,
            records: (text) => <Link href="/api/v1/ocds/records">{text}</Link>,
            extension: (text) => <Link href="/api/v1/ocds/extension/release-schema.json">{text}</Link>,
            code: (text) => <code>{text}</code>,
          })}
        </p>
      </Section>
      <Section title={t("terms.title")}>
        <p className="max-w-measure">{t("terms.text")}</p>
      </Section>
    </Page>
  );
}
