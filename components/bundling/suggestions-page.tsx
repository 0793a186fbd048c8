import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import type { Option } from "@/components/ui/select-field";
import type { Dismissal, SuggestionList as Suggestions } from "@/server/bundling/queries";
import type { getWords } from "@/server/regions/queries";
import { choice } from "../needs/choice";
import { Dismissals } from "./dismissals";
import { SuggestionList } from "./suggestion-list";

type Props = {
  /** Null for who is no curator. */
  list: (Suggestions & { page: number; dismissals: Dismissal[]; programmes: Option[] }) | null;
  words: ReturnType<typeof getWords>;
};

/** Needs that could be one programme; for curators. */
export async function SuggestionsPage({ list, words }: Props) {
  const t = await getTranslations("bundling");
  if (!list)
    return (
      <Page>
        <PageHeader title={t("page")} />
        <EmptyState title={t("onlyCurators")} action={<Link href="/sign-in">{t("signIn")}</Link>}>
          {t("onlyCuratorsHelp")}
        </EmptyState>
      </Page>
    );
  const { suggestions, count, page, pages, dismissals, programmes } = list;
  return (
    <Page>
      <Live topics={["need", "programme"]} />
      <PageHeader
        kind={t("page")}
        title={count > 0 ? t("found", { count }) : t("none")}
        finding={count > 0 ? t("foundHelp") : undefined}
      />
      <FeatureMessages namespaces={["bundling", "needs"]}>
        {count === 0 && (
          <EmptyState title={t("noneTitle")} action={<Link href="/roadmap">{t("toRoadmap")}</Link>}>
            {t("noneHelp")}
          </EmptyState>
        )}
        <SuggestionList
          suggestions={suggestions}
          programmes={programmes}
          words={{
            themes: words.missionThemes.map(choice),
            ecosystems: words.ecosystems.map(choice),
          }}
        />
        <Pagination
          label={t("pages")}
          page={page}
          pages={pages}
          hrefOf={(at) => `/programmes/suggestions?page=${at}`}
          words={{
            previous: t("previous"),
            next: t("next"),
            position: t("position", { page, pages }),
          }}
        />
        <Dismissals dismissals={dismissals} />
      </FeatureMessages>
    </Page>
  );
}
