import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { DecisionPage } from "@/components/funding/decision-page";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

const decisionOf = async (id: string) => orNotFound((await caller()).funding.decisionById({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: (await decisionOf(id)).title };
}

export default async function Decision({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  return <DecisionPage decision={await decisionOf(id)} />;
}
