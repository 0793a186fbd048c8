import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { FundPage } from "@/components/funding/fund-page";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; fundId: string }> };

const fundOf = async (id: string) => orNotFound((await caller()).funding.fundById({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { fundId } = await params;
  return { title: (await fundOf(fundId)).name };
}

export default async function Fund({ params }: Props) {
  const { locale, fundId } = await params;
  setRequestLocale(locale);
  return <FundPage fund={await fundOf(fundId)} />;
}
