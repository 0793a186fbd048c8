import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { CellView } from "@/components/ecosystem/cell-view";
import type { ElementSlug, Language } from "@/db/enums";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; ecosystem: string; element: string }> };

async function read({ params }: Props) {
  const { locale, ecosystem, element } = await params;
  const api = await caller();
  // What a reader typed: the procedure's schema decides whether it is an element.
  const asked = { ecosystem, element: element as ElementSlug };
  return { locale: locale as Language, cell: await orNotFound(api.ecosystem.cell(asked)), asked, api };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { cell, locale } = await read(props);
  return { title: `${cell.element.name[locale]} · ${cell.ecosystem.name[locale]}` };
}

export default async function CellPage(props: Props) {
  setRequestLocale((await props.params).locale);
  const { cell, asked, api } = await read(props);
  return <CellView cell={cell} programmes={await api.programmes.workingOn(asked)} />;
}
