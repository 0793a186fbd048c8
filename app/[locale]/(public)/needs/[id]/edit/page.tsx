import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { EditNeed } from "@/components/needs/edit-need";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "needs" });
  return { title: t("form.edit") };
}

export default async function Edit({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const api = await caller();
  const need = await orNotFound(api.needs.byId({ id }));
  if (!need.abilities.change.can) notFound();
  const [words, invitable] = await Promise.all([api.regions.words(), api.needs.invitable()]);
  return <EditNeed need={need} words={words} invitable={invitable} />;
}
