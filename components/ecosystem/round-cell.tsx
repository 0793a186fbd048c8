import { useLocale, useTranslations } from "next-intl";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { Facts } from "@/components/ui/facts";
import { formatDate } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { RatingMark } from "@/components/ui/rating-mark";
import type { ElementSlug, Language } from "@/db/enums";
import type { getCell } from "@/server/ecosystem/queries";
import { Ground } from "./ground";
import { RateForm } from "./rate-form";
import type { RoundProps } from "./round-view";

type Props = RoundProps & { cell: Awaited<ReturnType<typeof getCell>> };

/** One rating of one round; in a draft, the form that sets it. */
export function RoundCell({ it, cell }: Props) {
  const t = useTranslations("ecosystem");
  const locale = useLocale() as Language;
  const { ecosystem, element } = cell;
  const rated =
    it.ratings.find((row) => row.ecosystem === ecosystem.slug && row.element === element.slug) ?? null;
  const level = rated?.rating ?? "not-assessed";
  const language = rated?.ground[locale] || !rated ? locale : rated.ground.nl ? "nl" : "en";
  return (
    <Page>
      <Live topics={[`diagnosis:${it.round.id}`]} />
      <PageHeader
        kind={<Link href={`/ecosystem/rounds/${it.round.id}`}>{it.round.title[locale]}</Link>}
        title={t("cell.title", { element: element.name[locale], ecosystem: ecosystem.name[locale] })}
        finding={t("rounds.heldOnDay", { date: formatDate(it.round.heldOn, locale) })}
        state={<RatingMark level={level} word={t(`level.${level}`)} />}
      />
      <TwoColumns
        aside={
          <Section title={t("cell.definition")}>
            <p>{element.definition[locale]}</p>
            <Facts
              facts={[
                { term: t("cell.indicator"), value: element.indicator.name[locale] },
                { term: t("cell.unit"), value: element.indicator.unit[locale] },
                { term: t("cell.level"), value: element.indicator.level[locale] },
              ]}
            />
            <Link href={`/ecosystem/${ecosystem.slug}/${element.slug}`}>{t("rounds.toCell")}</Link>
          </Section>
        }
      >
        <Section title={t("cell.ground")}>
          <Ground rated={rated} keeper={it.keeper?.name ?? null} canBeRated={cell.canBeRated} />
        </Section>
        {it.abilities.rate.can && cell.canBeRated && (
          <Section title={t("rate.title")}>
            <FeatureMessages namespaces={["ecosystem"]}>
              <RateForm
                initial={{
                  id: it.round.id,
                  version: it.round.version,
                  ecosystem: ecosystem.slug,
                  element: element.slug as ElementSlug,
                  rating: level,
                  basis: rated?.basis ?? "judged",
                  language,
                  ground: rated?.ground[language] ?? "",
                  evidence: rated?.evidence ?? "",
                  measurement: rated?.measurement ?? null,
                }}
              />
            </FeatureMessages>
          </Section>
        )}
      </TwoColumns>
    </Page>
  );
}
