import { getLocale, getTranslations } from "next-intl/server";
import { Figure } from "@/components/ui/figure";
import type { Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { localPath } from "@/components/ui/local-path";
import { StackRows } from "@/components/ui/stack-rows";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Certainty } from "@/db/enums";
import type { ResearcherLens as View } from "@/server/roadmap/lenses/queries/researcher";
import type { Words } from "../filter-form";
import { langOf } from "../lang-of";
import { LensPage, type LensProps } from "./lens-page";
import { partsOf, pledgeHref } from "./parts";
import { ProgrammeLinks } from "./programme-links";

type Props = LensProps & { view: View };

/** What buyers do not know yet, who asks it, and which research was pledged. */
export async function ResearcherLens({ view, ...props }: Props) {
  const t = await getTranslations("lenses.researcher");
  const { totals } = view;
  const finding = () => {
    if (totals.questions === 0) return t("findingNone");
    return totals.open === 0
      ? t("findingAll", { questions: totals.questions })
      : t("finding", { open: totals.open, questions: totals.questions, buyers: totals.buyers });
  };
  return (
    <LensPage
      {...props}
      {...view}
      loose={totals.loose}
      isEmpty={view.questions.length === 0}
      finding={finding()}
      detail={totals.questions > 0 ? t("about") : undefined}
    >
      <Chart themes={view.themes} words={props.words} />
      <Questions view={view} {...props} />
    </LensPage>
  );
}

async function Chart({ themes, words }: { themes: View["themes"]; words: Words }) {
  const [t, l, n, locale] = await Promise.all([
    getTranslations("lenses.researcher"),
    getTranslations("lenses"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const rows = [...new Set(themes.map(({ theme }) => theme))]
    .map((theme) => {
      const own = themes.filter((one) => one.theme === theme);
      const amounts: Partial<Record<Certainty, number>> = {};
      for (const { certainty, questions } of own) amounts[certainty] = questions;
      return {
        theme,
        amounts,
        questions: own.reduce((sum, { questions }) => sum + questions, 0),
        open: own.reduce((sum, { open }) => sum + open, 0),
      };
    })
    .sort((a, b) => b.open - a.open || b.questions - a.questions);
  const most = Math.max(...rows.map(({ questions }) => questions));
  return (
    <Figure finding={t("chart")} formula={{ summary: l("how"), text: t("formula") }}>
      <StackRows
        rows={rows.map(({ theme, amounts, questions, open }) => ({
          key: theme,
          label: themeName(words, theme, locale),
          value: t("value", { open, questions }),
          parts: partsOf(
            amounts,
            most,
            (certainty, count) => `${n(`certainty.${certainty}`)} ${t("questions", { count })}`,
          ),
        }))}
      />
    </Figure>
  );
}

const themeName = (words: Words, theme: string, locale: Locale) =>
  words.missionThemes.find(({ slug }) => slug === theme)?.name[locale] ?? theme;

async function Questions({ view, asked, words, pledging }: Props) {
  const [t, l, locale] = await Promise.all([
    getTranslations("lenses.researcher"),
    getTranslations("lenses"),
    getLocale() as Promise<Locale>,
  ]);
  const offer = ({ line, programmes }: View["questions"][number]) => {
    const open = programmes.find(({ isOpen }) => isOpen);
    if (!pledging.mayPledge || !open) return null;
    return (
      <a
        className="text-link block"
        href={localPath(pledgeHref(asked, { topic: line, programme: open.id }), locale)}
      >
        {l("pledge")} <span className="sr-only">{t("pledgeFor", { topic: line })}</span>
      </a>
    );
  };
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <HeadCell>{t("question")}</HeadCell>
          <HeadCell>{t("trl")}</HeadCell>
          <HeadCell>{t("research")}</HeadCell>
          <HeadCell>{t("by")}</HeadCell>
          <HeadCell>{t("year")}</HeadCell>
          <HeadCell>{l("theme")}</HeadCell>
          <HeadCell>{l("programme")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {view.questions.map((question) => (
          <tr key={`${question.need.id}${question.line}`}>
            <RowHead className="font-normal wrap-anywhere" lang={langOf(question, locale)}>
              {question.words}
            </RowHead>
            <Cell>{question.trl ?? "–"}</Cell>
            <Cell>
              {question.research.length === 0 && <span className="text-muted">{t("noResearch")}</span>}
              {question.research.map(({ id, title, language, programmeId, by }) => (
                <span key={id} className="block">
                  <Link href={`/programmes/${programmeId}#pledges`} lang={langOf({ language }, locale)}>
                    {title}
                  </Link>
                  {` · ${by}`}
                </span>
              ))}
              {offer(question)}
            </Cell>
            <Cell>
              {question.buyer}
              <span className="block text-sm">
                <Link href={`/needs/${question.need.id}`} lang={langOf(question, locale)}>
                  {question.need.title}
                </Link>
              </span>
            </Cell>
            <Cell>{question.year}</Cell>
            <Cell>{themeName(words, question.theme, locale)}</Cell>
            <Cell>
              <ProgrammeLinks programmes={question.programmes} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
