import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { OrganisationPage } from "@/components/organisations/organisation-page";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

const organisationOf = async (id: string) => orNotFound((await caller()).organisations.byId({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: (await organisationOf(id)).name };
}

export default async function Organisation({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const api = await caller();
  const [organisation, me, slips] = await Promise.all([
    organisationOf(id),
    api.accounts.me(),
    api.needs.slipHistory({ buyerId: id }),
  ]);
  return <OrganisationPage organisation={organisation} myId={me?.id ?? null} slips={slips} />;
}
