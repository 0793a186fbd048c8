import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { InterventionView } from "@/components/interventions/intervention-view";
import type { Language } from "@/db/enums";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

async function read({ params }: Props) {
  const { id } = await params;
  const api = await caller();
  return orNotFound(api.interventions.byId({ id }));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).title };
}

export default async function InterventionPage(props: Props) {
  const locale = (await props.params).locale as Language;
  setRequestLocale(locale);
  const it = await read(props);
  const words = await (await caller()).regions.words();
  const ecosystem = words.ecosystems.find(({ slug }) => slug === it.ecosystem)?.name[locale] ?? it.ecosystem;
  const element = words.elements.find(({ slug }) => slug === it.element)?.name[locale] ?? it.element;
  return <InterventionView it={it} names={{ ecosystem, element }} />;
}
