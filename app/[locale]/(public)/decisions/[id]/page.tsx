import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { DecisionView } from "@/components/funding/decision-view";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

async function read({ params }: Props) {
  const { id } = await params;
  const api = await caller();
  return orNotFound(api.funding.decisionById({ id }));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).title };
}

export default async function DecisionPage(props: Props) {
  setRequestLocale((await props.params).locale);
  return <DecisionView it={await read(props)} />;
}
