import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { EditChallenge } from "@/components/challenges/edit-challenge";
import { Restoring } from "@/components/collaboration/restoring";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ as?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "challenges" });
  return { title: t("edit.title") };
}

export default async function Edit({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const challenge = await orNotFound((await caller()).challenges.byId({ id }));
  return (
    <Restoring kind="challenge" id={id} as={(await searchParams).as}>
      <EditChallenge challenge={challenge} />
    </Restoring>
  );
}
