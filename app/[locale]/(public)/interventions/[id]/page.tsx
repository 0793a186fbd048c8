import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { InterventionView } from "@/components/interventions/intervention-view";
import type { Language } from "@/db/enums";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

const interventionOf = cache(async (id: string) => orNotFound((await caller()).interventions.byId({ id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await interventionOf((await params).id)).title };
}

export default async function InterventionPage({ params }: Props) {
  const { id, locale } = await params;
  setRequestLocale(locale);
  const [it, words] = await Promise.all([interventionOf(id), (await caller()).regions.words()]);
  const nameOf = (all: { slug: string; name: Record<Language, string> }[], slug: string) =>
    all.find((one) => one.slug === slug)?.name[locale as Language] ?? slug;
  const names = {
    ecosystem: nameOf(words.ecosystems, it.ecosystem),
    element: nameOf(words.elements, it.element),
  };
  return <InterventionView it={it} names={names} />;
}
