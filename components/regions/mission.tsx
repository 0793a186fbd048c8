import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/page";
import { Link } from "@/components/ui/link";
import type { Language } from "@/db/enums";
import type { RegionPack, Text } from "@/db/regions/schema";
import { FactList } from "./fact-list";
import { Place } from "./place";

/** What the region is for: its mission, the themes behind it, the profiles that show it, the goals on the way. */
export function Mission({ pack }: { pack: RegionPack }) {
  const t = useTranslations("regions");
  const locale = useLocale() as Language;
  const { mission, missionThemes, profiles, tacticalGoals, recommendations } = pack.region;
  const named = [...pack.sectors, ...pack.clusters];
  const namesOf = (slugs: string[]) =>
    slugs.map((slug) => named.find((one) => one.slug === slug)!.name[locale]).join(", ");
  const inWords = (text: Text, more?: Text) => (
    <p>
      {text[locale]}
      {more && <> {more[locale]}</>}
    </p>
  );
  return (
    <>
      <Section title={t("mission.title")} id="mission">
        <blockquote className="max-w-measure border-s-4 border-action ps-4 text-xl">
          {mission.sentence[locale]}
        </blockquote>
        <p className="max-w-measure">{mission.status[locale]}</p>
        <Place at={mission.source} />
      </Section>
      <Section title={t("themes.title", { count: missionThemes.length })} id="themes">
        <FactList
          facts={missionThemes.map(({ slug, name, description, cityRole, source }) => ({
            slug,
            title: name[locale],
            text: inWords(description, cityRole),
            source,
          }))}
        />
      </Section>
      <Section title={t("profiles.title", { count: profiles.length })} id="profiles">
        <FactList
          facts={profiles.map(({ slug, name, description, sectors, clusters, source }) => ({
            slug,
            title: name[locale],
            text: (
              <>
                {inWords(description)}
                {sectors.length + clusters.length > 0 && (
                  <p className="text-sm">
                    {t("profiles.with", { names: namesOf([...sectors, ...clusters]) })}
                  </p>
                )}
              </>
            ),
            source,
          }))}
        />
      </Section>
      <Section title={t("goals.title", { count: tacticalGoals.length })} id="goals">
        <FactList
          facts={tacticalGoals.map(({ slug, goal, verdict, comment, source }) => ({
            slug,
            title: goal[locale],
            mark: <span className="text-sm text-muted">{t(`goals.verdict.${verdict}`)}</span>,
            text: inWords(comment),
            source,
          }))}
        />
      </Section>
      <Section title={t("advice.title")} id="advice">
        <FactList
          facts={recommendations.map(({ slug, title, description, source }) => ({
            slug,
            title: title[locale],
            text: inWords(description),
            source,
          }))}
        />
      </Section>
      <Section
        title={t("programmeThemes.title", { count: pack.programmeThemes.length })}
        id="programme-themes"
      >
        <FactList
          facts={pack.programmeThemes.map((theme) => ({
            slug: theme.slug,
            title: theme.name[locale],
            text: (
              <>
                {inWords(theme.description)}
                <ul className="flex flex-col gap-1 text-sm">
                  {theme.missionThemes.length > 0 && (
                    <li>
                      {t("programmeThemes.themes", {
                        names: missionThemes
                          .filter(({ slug }) => theme.missionThemes.includes(slug))
                          .map(({ name }) => name[locale])
                          .join(", "),
                      })}{" "}
                      {theme.missionThemesNote?.[locale]}
                    </li>
                  )}
                  {theme.ecosystems.length > 0 && (
                    <li>
                      {t("programmeThemes.ecosystems", { names: namesOf(theme.ecosystems) })}{" "}
                      {theme.ecosystemsNote?.[locale]}
                    </li>
                  )}
                </ul>
              </>
            ),
            source: theme.source,
          }))}
        />
        <p>
          <Link href="/roadmap">{t("programmeThemes.roadmap")}</Link>
        </p>
      </Section>
    </>
  );
}
