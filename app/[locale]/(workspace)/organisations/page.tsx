import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OrganisationList } from "@/components/organisations/organisation-list";
import { ORGANISATION_KINDS } from "@/db/enums";
import { caller } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "organisations" });
  return { title: t("title") };
}

export default async function OrganisationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const asked = await searchParams;
  const filter = {
    text: typeof asked.q === "string" ? asked.q.trim().slice(0, 200) : "",
    kind: ORGANISATION_KINDS.find((kind) => kind === asked.kind),
    onlyUnverified: asked.unverified === "1",
    page: /^[1-9]\d{0,3}$/.test(String(asked.page)) ? Number(asked.page) : 1,
  };
  const api = await caller();
  const [list, me] = await Promise.all([api.organisations.list(filter), api.accounts.me()]);
  return <OrganisationList {...list} filter={filter} isSignedIn={me !== null} />;
}
