import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { NeedPage } from "@/components/needs/need-page";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

const needOf = async (id: string) => orNotFound((await caller()).needs.byId({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: (await needOf(id)).title };
}

export default async function Need({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const need = await needOf(id);
  const api = await caller();
  const [programmes, words, [outlook]] = await Promise.all([
    api.programmes.ofNeed({ id }),
    api.regions.words(),
    api.needs.likelyStarts({ ids: [id] }),
  ]);
  return (
    <NeedPage
      need={need}
      outlook={outlook}
      programmes={programmes}
      themes={words.missionThemes}
      ecosystems={words.ecosystems}
    />
  );
}
