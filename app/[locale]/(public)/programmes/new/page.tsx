import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ProgrammeFormPage } from "@/components/programmes/programme-form-page";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ intervention?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "programmes" });
  return { title: t("form.new") };
}

export default async function New({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { intervention: id } = await searchParams;
  const api = await caller();
  const [words, { mayCreate }, intervention] = await Promise.all([
    api.regions.words(),
    api.programmes.list({ mine: true }),
    typeof id === "string" ? orNotFound(api.interventions.byId({ id })) : null,
  ]);
  return (
    <ProgrammeFormPage
      mayEdit={mayCreate}
      words={words}
      interventionId={intervention?.id}
      start={
        intervention ? { ecosystems: [intervention.ecosystem], elements: [intervention.element] } : undefined
      }
    />
  );
}
