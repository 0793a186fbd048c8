import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Restoring } from "@/components/collaboration/restoring";
import { EditNeed } from "@/components/needs/edit-need";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ as?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "needs" });
  return { title: t("form.edit") };
}

export default async function Edit({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const api = await caller();
  const need = await orNotFound(api.needs.byId({ id }));
  if (!need.abilities.change.can) notFound();
  const [words, invitable] = await Promise.all([api.regions.words(), api.needs.invitable()]);
  return (
    <Restoring kind="need" id={id} as={(await searchParams).as}>
      <EditNeed need={need} words={words} invitable={invitable} />
    </Restoring>
  );
}
