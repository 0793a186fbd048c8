import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ACTIVITY_KINDS, Activity } from "@/components/collaboration/activity";
import { caller } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const SHOWN = 30;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "collaboration" });
  return { title: t("activity.title") };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const asked = await searchParams;
  const kind = ACTIVITY_KINDS.find((known) => known === asked.kind);
  const before = /^[1-9]\d{0,14}$/.test(String(asked.before)) ? Number(asked.before) : undefined;
  const api = await caller();
  const [events, look] = await Promise.all([
    api.collaboration.activity({ kind, before, limit: SHOWN }),
    api.collaboration.lastLook("activity"),
  ]);
  const isNewest = look !== null && !kind && !before;
  return (
    <Activity events={events} kind={kind} isFull={events.length === SHOWN} look={look} isNewest={isNewest} />
  );
}
