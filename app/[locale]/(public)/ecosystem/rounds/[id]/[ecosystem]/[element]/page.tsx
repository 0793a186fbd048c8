import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { RoundCell } from "@/components/ecosystem/round-cell";
import type { ElementSlug, Language } from "@/db/enums";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string; ecosystem: string; element: string }> };

const read = cache(async (id: string, ecosystem: string, element: string) => {
  const api = await caller();
  // What a reader typed: the procedure's schema decides whether it is an element.
  const asked = { ecosystem, element: element as ElementSlug };
  const [it, cell] = await Promise.all([
    orNotFound(api.ecosystem.round({ id })),
    orNotFound(api.ecosystem.cell(asked)),
  ]);
  return { it, cell };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id, ecosystem, element } = await params;
  const { it, cell } = await read(id, ecosystem, element);
  const language = locale as Language;
  return {
    title: `${cell.element.name[language]} · ${cell.ecosystem.name[language]} · ${it.round.title[language]}`,
  };
}

export default async function RoundCellPage({ params }: Props) {
  const { locale, id, ecosystem, element } = await params;
  setRequestLocale(locale);
  return <RoundCell {...(await read(id, ecosystem, element))} />;
}
