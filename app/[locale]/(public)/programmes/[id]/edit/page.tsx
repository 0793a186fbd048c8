import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Restoring } from "@/components/collaboration/restoring";
import { ProgrammeFormPage } from "@/components/programmes/programme-form-page";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ as?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "programmes" });
  return { title: t("form.edit") };
}

export default async function Edit({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const api = await caller();
  const programme = await orNotFound(api.programmes.byId({ id }));
  if (!programme.abilities.change.can) notFound();
  const { version, title, description, language, theme, programmeTheme, ecosystems, elements } = programme;
  const fields = { id, version, title, description, language, theme, programmeTheme, ecosystems, elements };
  return (
    <Restoring kind="programme" id={id} as={(await searchParams).as}>
      <ProgrammeFormPage mayEdit programme={fields} words={await api.regions.words()} />
    </Restoring>
  );
}
