import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import {
  filterInput,
  procedureInput,
  readFilters,
  type SearchParams,
  tableInput,
} from "@/components/roadmap/filters";
import { needsShown } from "@/components/roadmap/needs-shown";
import { RoadmapPage } from "@/components/roadmap/roadmap-page";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "roadmap" });
  return { title: t("title"), description: t("description") };
}

export default async function Roadmap({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const asked = readFilters(await searchParams);
  const api = await caller();
  const [roadmap, words, board, places, table, views] = await Promise.all([
    api.roadmap.view(asked.view === "timeline" ? procedureInput(asked) : filterInput(asked)),
    api.regions.words(),
    asked.view === "board" ? api.roadmap.board({ ...filterInput(asked), by: asked.by }) : null,
    asked.view === "places" ? api.roadmap.places(filterInput(asked)) : null,
    asked.view === "table" ? api.roadmap.table(tableInput(asked)) : null,
    api.views.own(),
  ]);
  const subjects = needsShown({ roadmap, board, places, table }).map((id) => ({ kind: "need" as const, id }));
  const news = await api.collaboration.newsAt({ place: "roadmap", subjects });
  return <RoadmapPage {...{ roadmap, asked, words, board, places, table, news, views }} />;
}
