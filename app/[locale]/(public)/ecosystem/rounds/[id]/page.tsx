import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { RoundView } from "@/components/ecosystem/round-view";
import type { Language } from "@/db/enums";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

const roundOf = cache(async (id: string) => orNotFound((await caller()).ecosystem.round({ id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, locale } = await params;
  return { title: (await roundOf(id)).round.title[locale as Language] };
}

export default async function RoundPage({ params }: Props) {
  const { id, locale } = await params;
  setRequestLocale(locale);
  return <RoundView it={await roundOf(id)} />;
}
