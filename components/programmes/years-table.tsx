import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { BarRows } from "@/components/ui/bar-row";
import { Figure } from "@/components/ui/figure";
import { formatMoney, formatNumber, type Locale } from "@/components/ui/format";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import { PLEDGE_KINDS, type PledgeKind } from "@/db/enums";
import type { Programme } from "@/server/programmes/queries/programme";
import { SkillsTable } from "./skills-table";

type Part = { asked: number; met: number };

/** What is asked per year beside what others pledged for it, kind by kind; the gap stands out. */
export async function YearsTable({ years, skills }: Pick<Programme, "years" | "skills">) {
  const [t, locale] = await Promise.all([getTranslations("programmes"), getLocale() as Promise<Locale>]);
  if (years.length === 0) return null;
  const shown = (kind: PledgeKind, amount: number) =>
    kind === "capital" ? formatMoney(amount, locale) : formatNumber(amount, locale);
  const withUnit = (kind: PledgeKind, amount: number) =>
    kind === "capital" ? formatMoney(amount, locale) : t(`years.unit.${kind}`, { count: amount });
  const said = (kind: PledgeKind, { asked, met }: Part) =>
    t("years.of", { met: shown(kind, met), asked: withUnit(kind, asked) });
  const open = years.filter(({ kinds }) => PLEDGE_KINDS.some((kind) => kinds[kind].gap > 0)).length;
  const totals = PLEDGE_KINDS.map((kind) => ({
    kind,
    asked: years.reduce((sum, { kinds }) => sum + kinds[kind].asked, 0),
    met: years.reduce((sum, { kinds }) => sum + Math.min(kinds[kind].asked, kinds[kind].met), 0),
  })).filter(({ asked }) => asked > 0);
  return (
    <Section title={t("years.title")} id="years">
      <Figure
        finding={open === 0 ? t("years.findingNone") : t("years.finding", { open, years: years.length })}
        formula={{ summary: t("years.how"), text: t("years.formula") }}
      >
        <BarRows
          rows={totals.map(({ kind, asked, met }) => ({
            key: kind,
            label: t(`pledgeKind.${kind}`),
            share: met / asked,
            value: said(kind, { asked, met }),
          }))}
        />
        <Table caption={t("years.caption")} captionHidden>
          <thead>
            <tr>
              <HeadCell>{t("years.year")}</HeadCell>
              {PLEDGE_KINDS.map((kind) => (
                <HeadCell key={kind}>{t(`pledgeKind.${kind}`)}</HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, kinds }) => (
              <tr key={year}>
                <RowHead className="min-w-0">{year}</RowHead>
                {PLEDGE_KINDS.map((kind) => {
                  const { asked, met, gap, pledges } = kinds[kind];
                  return (
                    <Cell key={kind} className="tabular-nums">
                      {asked > 0 ? said(kind, { asked, met }) : t("years.nothing")}
                      {gap > 0 && (
                        <strong className="block text-attention">
                          {t("years.gap", { gap: shown(kind, gap) })}
                        </strong>
                      )}
                      {pledges > 0 && (
                        <span className="block text-sm text-muted">
                          {t("years.pledges", { count: pledges })}
                        </span>
                      )}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Table>
      </Figure>
      <SkillsTable skills={skills} />
    </Section>
  );
}
