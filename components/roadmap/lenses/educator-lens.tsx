import { getLocale, getTranslations } from "next-intl/server";
import { Figure } from "@/components/ui/figure";
import { formatNumber, type Locale } from "@/components/ui/format";
import { localPath } from "@/components/ui/local-path";
import { StackRows } from "@/components/ui/stack-rows";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { EducatorLens as View } from "@/server/roadmap/lenses/queries/educator";
import { LensPage, type LensProps } from "./lens-page";
import { partsOf, pledgeHref } from "./parts";

const DRAWN = 12;

type Props = LensProps & { view: View };
type Skill = View["skills"][number];
type Year = Skill["years"][number];

const topicOf = ({ name, level }: Skill) => (level ? `${name} (${level})` : name);

/** Which skills are asked in which years, and where there is no training for them yet. */
export async function EducatorLens({ view, ...props }: Props) {
  const t = await getTranslations("lenses.educator");
  const { totals } = view;
  const finding = () => {
    if (totals.skills === 0) return t("findingNone");
    return totals.lacking === 0
      ? t("findingAll", { skills: totals.skills })
      : t("finding", { lacking: totals.lacking, skills: totals.skills });
  };
  return (
    <LensPage
      {...props}
      {...view}
      loose={totals.loose}
      isEmpty={view.skills.length === 0}
      finding={finding()}
      detail={totals.skills > 0 ? t("about", { needs: totals.needs }) : undefined}
    >
      <Chart skills={view.skills.slice(0, DRAWN)} />
      <Matrix view={view} {...props} />
    </LensPage>
  );
}

async function Chart({ skills }: { skills: Skill[] }) {
  const [t, l, n] = await Promise.all([
    getTranslations("lenses.educator"),
    getTranslations("lenses"),
    getTranslations("needs"),
  ]);
  const most = Math.max(...skills.map(({ needs }) => needs));
  return (
    <Figure finding={t("chart")} formula={{ summary: l("how"), text: t("formula") }}>
      <StackRows
        rows={skills.map((skill) => ({
          key: topicOf(skill),
          label: topicOf(skill),
          value: t("value", { open: skill.open, needs: skill.needs }),
          parts: partsOf(
            skill.certainties,
            most,
            (certainty, count) => `${n(`certainty.${certainty}`)} ${t("needs", { count })}`,
          ),
        }))}
      />
    </Figure>
  );
}

async function Matrix({ view: { skills, years }, asked, pledging }: Props) {
  const [t, locale] = await Promise.all([getTranslations("lenses.educator"), getLocale() as Promise<Locale>]);
  const gap = (skill: Skill, { year, open, loose }: Year) => {
    const text = t("gap", { count: open - loose });
    if (!pledging.mayPledge) return <strong className="text-attention">{text}</strong>;
    const topic = topicOf(skill);
    return (
      <a className="text-link font-bold" href={localPath(pledgeHref(asked, { topic, year }), locale)}>
        {text} <span className="sr-only">{t("pledgeFor", { topic, year: String(year) })}</span>
      </a>
    );
  };
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <HeadCell>{t("skill")}</HeadCell>
          <HeadCell>{t("level")}</HeadCell>
          {years.map((year) => (
            <HeadCell key={year}>{year}</HeadCell>
          ))}
          <HeadCell numeric>{t("all")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {skills.map((skill) => (
          <tr key={topicOf(skill)}>
            <RowHead className="wrap-anywhere">{skill.name}</RowHead>
            <Cell>{skill.level ?? t("noLevel")}</Cell>
            {years.map((year) => {
              const cell = skill.years.find((one) => one.year === year);
              if (!cell)
                return (
                  <Cell key={year} className="text-muted">
                    –
                  </Cell>
                );
              const { needs, open, loose, places } = cell;
              return (
                <Cell key={year}>
                  <span className="block">{t("needs", { count: needs })}</span>
                  {open > loose && <span className="block">{gap(skill, cell)}</span>}
                  {loose > 0 && (
                    <span className="block text-sm text-muted">{t("loose", { count: loose })}</span>
                  )}
                  {open < needs && (
                    <span className="block text-sm text-positive">{t("met", { places })}</span>
                  )}
                </Cell>
              );
            })}
            <Cell numeric>{formatNumber(skill.needs, locale)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
