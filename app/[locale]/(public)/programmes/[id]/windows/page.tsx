import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WindowsPage } from "@/components/programmes/windows/windows-page";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

const programmeOf = async (id: string) => orNotFound((await caller()).programmes.byId({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "windows" });
  return { title: t("pageTitle", { title: (await programmeOf(id)).title }) };
}

export default async function Windows({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  return <WindowsPage programme={await programmeOf(id)} />;
}
