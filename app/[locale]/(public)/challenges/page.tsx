import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ChallengeList } from "@/components/challenges/challenge-list";
import { listChallengesInput } from "@/server/challenges/input";
import { caller } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "challenges" });
  return { title: t("title") };
}

export default async function Challenges({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const filter = filterOf(await searchParams);
  const api = await caller();
  const [listed, me] = await Promise.all([api.challenges.list(filter), api.accounts.me()]);
  return <ChallengeList {...listed} filter={filter} isSignedIn={me !== null} />;
}

/** What the address asks; what it asks wrongly is left out. */
function filterOf(asked: Record<string, string | string[] | undefined>) {
  const { shape } = listChallengesInput;
  const read = <T,>(
    schema: { safeParse: (value: unknown) => { success: boolean; data?: T } },
    name: string,
  ) => (asked[name] ? schema.safeParse(asked[name]).data : undefined);
  return {
    q: read(shape.q, "q") ?? "",
    phase: read(shape.phase, "phase"),
    theme: read(shape.theme, "theme"),
    ecosystem: read(shape.ecosystem, "ecosystem"),
    element: read(shape.element, "element"),
    mine: asked.mine === "1",
  };
}
