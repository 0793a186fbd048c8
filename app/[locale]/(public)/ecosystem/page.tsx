import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { EcosystemView } from "@/components/ecosystem/ecosystem-view";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ kind?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "ecosystem" });
  return { title: t("title") };
}

export default async function EcosystemPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const asked = (await searchParams).kind;
  const kind = asked === "sector" || asked === "cluster" ? asked : undefined;
  const api = await caller();
  return <EcosystemView heatmap={await api.ecosystem.heatmap({ kind })} kind={kind} />;
}
