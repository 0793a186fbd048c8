import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import type { Locale } from "@/components/ui/format";
import type { SubjectKind } from "@/db/enums";
import { caller } from "@/server/trpc/caller";

/** Where the words of a closed list stand, by what it is a field of. */
const LISTS: Partial<Record<SubjectKind, Record<string, string>>> = {
  need: {
    status: "needs.status",
    certainty: "needs.certainty",
    procedure: "needs.procedure",
    visibility: "needs.visibility",
    language: "needs.language",
  },
  programme: { status: "programmes.status", language: "programmes.language" },
  intervention: { status: "interventions.status" },
  challenge: { status: "challenges.phase" },
  response: { status: "responses.state" },
  application: { status: "funding.applicationState" },
  fund: { status: "funding.fundState" },
};

/** How a recorded word of a closed list or of the region reads to people; undefined for what is no such word. */
export type NameOf = (kind: SubjectKind, field: string, value: string) => string | undefined;

/** Made once per page: a history asks for it at each of its events. */
export const namesOfWords = cache(async (): Promise<NameOf> => {
  const api = await caller();
  const [t, locale, words] = await Promise.all([
    getTranslations() as unknown as Promise<{ (key: string): string; has: (key: string) => boolean }>,
    getLocale() as Promise<Locale>,
    api.regions.words(),
  ]);
  const region: Record<string, readonly { slug: string; name: Record<Locale, string> }[]> = {
    theme: words.missionThemes,
    programmeTheme: words.programmeThemes,
    ecosystem: words.ecosystems,
    ecosystems: words.ecosystems,
    element: words.elements,
    elements: words.elements,
  };
  return (kind, field, value) => {
    const list = field === "consent" ? "programmes.consent" : LISTS[kind]?.[field];
    if (list && /^[a-z-]+$/i.test(value) && t.has(`${list}.${value}`)) return t(`${list}.${value}`);
    return region[field]?.find(({ slug }) => slug === value)?.name[locale];
  };
});
