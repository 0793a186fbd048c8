import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Page, PageHeader, Section } from "@/components/layout/page";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "accessibility" });
  return { title: t("title") };
}

export default async function Accessibility({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("accessibility");
  return (
    <Page>
      <PageHeader title={t("title")} finding={t("finding")} />
      {(["how", "known", "contact"] as const).map((part) => (
        <Section key={part} title={t(`${part}.title`)}>
          <p className="max-w-measure">{t(`${part}.text`)}</p>
        </Section>
      ))}
    </Page>
  );
}
