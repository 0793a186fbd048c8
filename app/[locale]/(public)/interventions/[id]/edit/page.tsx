import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Restoring } from "@/components/collaboration/restoring";
import { PlanView } from "@/components/interventions/plan-view";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ as?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "interventions" });
  return { title: t("change") };
}

export default async function ChangePage({ params, searchParams }: Props) {
  const { id, locale } = await params;
  setRequestLocale(locale);
  const api = await caller();
  const it = await orNotFound(api.interventions.byId({ id }));
  const [fitting, t, errors] = await Promise.all([
    api.interventions.fitting({ ecosystem: it.ecosystem, element: it.element }),
    getTranslations("interventions"),
    getTranslations("errors"),
  ]);
  const { change } = it.abilities;
  const why = change.can ? null : change.by === "policy" ? t("errors.onlyOwner") : errors("wrongState");
  return (
    <Restoring kind="intervention" id={id} as={(await searchParams).as}>
      <PlanView
        it={it}
        fitting={fitting}
        partners={change.can ? await api.interventions.possiblePartners() : []}
        refusal={why}
      />
    </Restoring>
  );
}
