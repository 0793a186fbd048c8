import { useLocale, useTranslations } from "next-intl";
import { Comments } from "@/components/collaboration/comments";
import { FollowButton } from "@/components/collaboration/follow-button";
import { History } from "@/components/collaboration/history";
import { MissingList } from "@/components/forms/missing-list";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { Badge } from "@/components/ui/badge";
import { Diff } from "@/components/ui/diff";
import { Facts } from "@/components/ui/facts";
import { formatDate } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Language } from "@/db/enums";
import type { getRound } from "@/server/ecosystem/queries";
import { PublishRound } from "./publish-round";
import { RatingTable } from "./rating-table";

export type RoundProps = { it: Awaited<ReturnType<typeof getRound>> };

/** One round: its ratings, each with its ground one click away, and what it changed. */
export function RoundView({ it }: RoundProps) {
  const t = useTranslations("ecosystem");
  const locale = useLocale() as Language;
  const { round, keeper, before, differences, abilities } = it;
  const isDraft = round.status === "draft";
  return (
    <Page>
      <Live topics={[`diagnosis:${round.id}`]} />
      <PageHeader
        kind={<Link href="/ecosystem/rounds">{t("rounds.title")}</Link>}
        title={round.title[locale]}
        finding={
          before
            ? t("rounds.changed", { count: differences.length, before: before.title[locale] })
            : t("rounds.first")
        }
        state={
          <>
            <Badge tone={isDraft ? "neutral" : "positive"}>{t(`rounds.state.${round.status}`)}</Badge>
            {keeper?.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
          </>
        }
        actions={
          <FeatureMessages namespaces={["ecosystem", "collaboration"]}>
            {isDraft && <PublishRound id={round.id} version={round.version} ability={abilities.publish} />}
            <FollowButton kind="diagnosis" id={round.id} />
          </FeatureMessages>
        }
      />
      {isDraft && (
        <MissingList
          title={t("rounds.missing")}
          items={it.missing.map(({ field, key }) => ({
            key: field,
            text: t(`errors.${key.replace("ecosystem.", "")}` as "errors.nothingRated"),
            href: "#ratings",
          }))}
        />
      )}
      <Facts
        across
        facts={[
          { term: t("rounds.heldOn"), value: formatDate(round.heldOn, locale) },
          { term: t("rounds.keeper"), value: keeper?.name ?? t("cell.bySource") },
          {
            term: t("rounds.publishedAt"),
            value: round.publishedAt && formatDate(round.publishedAt, locale),
          },
        ]}
      />
      <Section title={t("rounds.ratings")} id="ratings">
        <RatingTable
          caption={t(abilities.rate.can ? "rounds.captionDraft" : "rounds.captionRatings")}
          ecosystems={it.ecosystems}
          elements={it.elements}
          cells={cellsOf(it)}
          hrefOf={({ ecosystem, element }) => `/ecosystem/rounds/${round.id}/${ecosystem}/${element}`}
        />
      </Section>
      {before && differences.length > 0 && (
        <Section title={t("rounds.differences")} id="differences">
          <Diff
            caption={t("rounds.differencesCaption", { before: before.title[locale] })}
            words={{ field: t("rounds.cell"), before: t("rounds.was"), after: t("rounds.is") }}
            rows={differences.map(({ ecosystem, element, from, to }) => ({
              key: `${ecosystem}/${element}`,
              field: (
                <Link href={`/ecosystem/rounds/${round.id}/${ecosystem}/${element}`}>
                  {nameOf(it.elements, element, locale)}, {nameOf(it.ecosystems, ecosystem, locale)}
                </Link>
              ),
              before: t(`level.${from}`),
              after: t(`level.${to}`),
            }))}
          />
        </Section>
      )}
      <Comments kind="diagnosis" id={round.id} />
      <History kind="diagnosis" id={round.id} />
    </Page>
  );
}

/** The name of one of a list; a slug that the region no longer has stays its own name. */
export function nameOf(
  all: readonly { slug: string; name: Record<Language, string> }[],
  slug: string,
  locale: Language,
): string {
  return all.find((one) => one.slug === slug)?.name[locale] ?? slug;
}

function cellsOf({ ecosystems, elements, ratings }: RoundProps["it"]) {
  const rated = new Map(ratings.map((row) => [`${row.ecosystem}/${row.element}`, row.rating]));
  return ecosystems.flatMap(({ slug: ecosystem, kind }) =>
    elements.map(({ slug: element, ratedPerSector }) => ({
      ecosystem,
      element,
      rating: rated.get(`${ecosystem}/${element}`) ?? ("not-assessed" as const),
      canBeRated: kind === "cluster" || ratedPerSector,
    })),
  );
}
