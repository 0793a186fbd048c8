import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DecisionList } from "@/components/funding/decision-list";
import { DECISION_KINDS } from "@/db/enums";
import { caller } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const PAGE_SIZE = 25;
const LAST_PAGE = 10_000;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "funding" });
  return { title: t("decisions.title") };
}

export default async function Decisions({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const asked = await searchParams;
  const kind = DECISION_KINDS.find((one) => one === asked.kind);
  const page = Math.min(LAST_PAGE, Math.max(1, Math.trunc(Number(asked.page)) || 1));
  const list = await (await caller()).funding.decisions({ kind, page, pageSize: PAGE_SIZE });
  return <DecisionList {...list} kind={kind} page={page} pageSize={PAGE_SIZE} />;
}
