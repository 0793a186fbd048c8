import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NewApplication } from "@/components/funding/edit-application";
import { redirect } from "@/server/i18n/navigation";
import { caller, orNotFound } from "@/server/trpc/caller";

type Asked = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "funding" });
  return { title: t("application.newTitle") };
}

export default async function New({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const api = await caller();
  const asked = await searchParams;
  if (!(await api.accounts.me()))
    return redirect({
      href: `/sign-in?to=${encodeURIComponent(`/${locale}/applications/new?${addressOf(asked)}`)}`,
      locale,
    });
  const wanted = {
    decisionId: one(asked.decision),
    responseId: one(asked.response),
    interventionId: one(asked.intervention),
  };
  const purposes = await orNotFound(api.funding.purposes(wanted));
  return (
    <NewApplication
      {...purposes}
      isChosen={Object.values(wanted).some(Boolean)}
      fundId={one(asked.fund) ?? null}
    />
  );
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

const addressOf = (asked: Asked) =>
  new URLSearchParams(
    Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  ).toString();
