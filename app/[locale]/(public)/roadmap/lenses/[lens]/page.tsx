import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { procedureInput, readFilters, type SearchParams } from "@/components/roadmap/filters";
import { LensView, type Seen } from "@/components/roadmap/lenses/lens-view";
import { readAbout } from "@/components/roadmap/lenses/parts";
import { LENSES, type Lens } from "@/server/roadmap/input";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; lens: string }>; searchParams: Promise<SearchParams> };

const lensOf = (slug: string) => LENSES.find((lens) => lens === slug) ?? notFound();

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, lens } = await params;
  const t = await getTranslations({ locale, namespace: "lenses" });
  return { title: t(`title.${lensOf(lens)}`), description: t("description") };
}

export default async function LensRoute({ params, searchParams }: Props) {
  const { locale, lens: slug } = await params;
  setRequestLocale(locale);
  const [lens, query] = [lensOf(slug), await searchParams];
  const [asked, about] = [{ ...readFilters(query, lens), lens }, readAbout(query)];
  const { page, ...filters } = procedureInput(asked);
  const api = await caller();
  const [pledging, words] = await Promise.all([
    api.roadmap.lens.pledging({ ...filters, lens, topic: about.topic }),
    api.regions.words(),
  ]);
  const seen = await look(api.roadmap.lens, lens, { ...filters, page });
  return <LensView seen={seen} asked={asked} about={about} words={words} pledging={pledging} />;
}

async function look(
  through: Awaited<ReturnType<typeof caller>>["roadmap"]["lens"],
  lens: Lens,
  input: Parameters<typeof through.company>[0],
): Promise<Seen> {
  switch (lens) {
    case "company":
      return { lens, view: await through.company(input) };
    case "educator":
      return { lens, view: await through.educator(input) };
    case "researcher":
      return { lens, view: await through.researcher(input) };
    case "financier":
      return { lens, view: await through.financier(input) };
  }
}
