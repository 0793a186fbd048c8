import { useLocale, useTranslations } from "next-intl";
import { Page, PageHeader, Section } from "@/components/layout/page";
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
  return (
    <Page>
      <PageHeader
        title={t("title")}
        finding={t("finding", {
          covered: coverage.covered.length,
          weak: coverage.weak,
          money: formatMoney(coverage.onWeakCents, locale),
        })}
      />
      <InterventionTabs current="coverage" />
      {(["uncovered", "covered", "elsewhere"] as const).map((part) => (
        <Section key={part} title={t(part)}>
          {coverage[part].length === 0 ? (
            <p>{t("none")}</p>
          ) : (
            <ul className="flex max-w-measure flex-col">
              {coverage[part].map((cell) => (
                <li
                  key={`${cell.ecosystem}/${cell.element}`}
                  className="flex justify-between gap-6 border-b border-line py-2"
                >
                  <Link href={`/ecosystem/${cell.ecosystem}/${cell.element}`}>
                    {covered.ecosystems.find(({ slug }) => slug === cell.ecosystem)?.name[locale]}
                    {": "}
                    {covered.elements.find(({ slug }) => slug === cell.element)?.name[locale]}
                  </Link>
                  {cell.interventions > 0 && <span>{formatMoney(cell.budgetCents, locale)}</span>}
                </li>
              ))}
            </ul>
          )}
        </Section>
      ))}
    </Page>
  );
}
