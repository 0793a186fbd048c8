import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SuggestionsPage } from "@/components/bundling/suggestions-page";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "bundling" });
  return { title: t("page") };
}

export default async function Suggestions({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const asked = Number((await searchParams).page);
  const page = Number.isInteger(asked) && asked > 0 && asked <= 10_000 ? asked : 1;
  const api = await caller();
  const [words, { mayCreate, programmes }] = await Promise.all([
    api.regions.words(),
    api.programmes.list({ mine: true }),
  ]);
  if (!mayCreate) return <SuggestionsPage list={null} words={words} />;
  const [list, dismissals] = await Promise.all([
    api.bundling.suggestions({ page }),
    api.bundling.dismissals(),
  ]);
  const open = programmes
    .filter(({ status }) => status !== "closed")
    .map(({ id, title }) => ({ value: id, text: title }));
  return <SuggestionsPage list={{ ...list, page, dismissals, programmes: open }} words={words} />;
}
