import { useLocale, useTranslations } from "next-intl";
import { RatingTable } from "@/components/ecosystem/rating-table";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { Figure } from "@/components/ui/figure";
import { formatMoney } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Language } from "@/db/enums";
import type { getCoverage } from "@/server/interventions/queries";
import { InterventionTabs } from "./intervention-tabs";

type Covered = Awaited<ReturnType<typeof getCoverage>>;

/** Interventions laid over weak elements: what is covered, by how much, what is not, and what is spent elsewhere. */
export function CoverageView({ covered }: { covered: Covered }) {
  const t = useTranslations("interventions.coverage");
  const locale = useLocale() as Language;
  const { coverage } = covered;
  const money = (cents: number) => formatMoney(cents, locale);
  const noteOf = ({ rating, interventions, budgetCents }: Covered["cells"][number]) => {
    if (interventions > 0)
      return (
        <span className="block px-1 pt-1 text-xs">
          {t("note", { count: interventions, money: money(budgetCents) })}
        </span>
      );
    if (rating === "weak")
      return <span className="block px-1 pt-1 text-xs font-bold text-negative">{t("nobody")}</span>;
    return null;
  };
  return (
    <Page>
      <Live topics={["intervention", "diagnosis"]} />
      <PageHeader
        title={t("title")}
        finding={t("finding", {
          covered: coverage.covered.length,
          weak: coverage.weak,
          money: money(coverage.onWeakCents),
        })}
      />
      <InterventionTabs current="coverage" />
      <Figure
        finding={t("mapFinding", {
          uncovered: coverage.uncovered.length,
          money: money(coverage.elsewhereCents),
        })}
        formula={{ summary: t("formula.summary"), text: t("formula.text") }}
      >
        <RatingTable
          caption={t("caption")}
          ecosystems={covered.ecosystems}
          elements={covered.elements}
          cells={covered.cells.map((cell) => ({ ...cell, note: noteOf(cell) }))}
          hrefOf={({ ecosystem, element }) => `/ecosystem/${ecosystem}/${element}`}
        />
      </Figure>
      {(["uncovered", "covered", "elsewhere"] as const).map((part) => (
        <Section key={part} title={t(part)} id={part}>
          {coverage[part].length === 0 ? (
            <p>{t("none")}</p>
          ) : (
            <ul className="flex max-w-measure flex-col">
              {coverage[part].map((cell) => (
                <li
                  key={`${cell.ecosystem}/${cell.element}`}
                  className="flex justify-between gap-6 border-b border-line py-2 wrap-anywhere"
                >
                  <Link href={`/ecosystem/${cell.ecosystem}/${cell.element}`}>
                    {covered.elements.find(({ slug }) => slug === cell.element)?.name[locale]}
                    {", "}
                    {covered.ecosystems.find(({ slug }) => slug === cell.ecosystem)?.name[locale]}
                  </Link>
                  {cell.interventions > 0 && <span className="tabular-nums">{money(cell.budgetCents)}</span>}
                </li>
              ))}
            </ul>
          )}
        </Section>
      ))}
    </Page>
  );
}
