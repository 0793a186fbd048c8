import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BoardPaper } from "@/components/programmes/paper/board-paper";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

const programmeOf = async (id: string) => orNotFound((await caller()).programmes.byId({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "papers" });
  return { title: t("pageTitle", { title: (await programmeOf(id)).title }) };
}

export default async function Paper({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const programme = await programmeOf(id);
  const api = await caller();
  const [words, narrative] = await Promise.all([
    api.regions.words(),
    api.narratives.ofProgramme({ programmeId: id }),
  ]);
  return <BoardPaper programme={programme} narrative={narrative} words={words} now={new Date()} />;
}
