import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { ChallengePage } from "@/components/challenges/challenge-page";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

const challengeOf = async (id: string) => orNotFound((await caller()).challenges.byId({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: (await challengeOf(id)).title };
}

export default async function Challenge({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  return <ChallengePage challenge={await challengeOf(id)} />;
}
