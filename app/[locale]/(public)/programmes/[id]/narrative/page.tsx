import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NarrativePage } from "@/components/narratives/narrative-page";
import { versionInput } from "@/server/narratives/input";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const narrativeOf = async (programmeId: string) =>
  orNotFound((await caller()).narratives.ofProgramme({ programmeId }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "narratives" });
  return { title: t("pageTitle", { title: (await narrativeOf(id)).programme.title }) };
}

export default async function Narrative({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const narrative = await narrativeOf(id);
  const api = await caller();
  const mayWrite = narrative.ability.can;
  const chosen = (await searchParams).version;
  const asked = versionInput.safeParse({ programmeId: id, versionId: chosen });
  if (chosen !== undefined && !(asked.success && mayWrite)) notFound();
  const [me, versions, version] = await Promise.all([
    api.accounts.me(),
    mayWrite ? api.narratives.versions({ programmeId: id }) : [],
    asked.success ? orNotFound(api.narratives.version(asked.data)) : null,
  ]);
  return <NarrativePage narrative={narrative} me={me} versions={versions} version={version} />;
}
