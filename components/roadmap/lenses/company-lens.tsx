import { getLocale, getTranslations } from "next-intl/server";
import { CertaintyMark } from "@/components/ui/certainty-mark";
import { Figure } from "@/components/ui/figure";
import {
  formatDate,
  formatMoney,
  formatMoneyRange,
  formatQuarter,
  type Locale,
} from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { localPath } from "@/components/ui/local-path";
import { StackRows } from "@/components/ui/stack-rows";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Certainty } from "@/db/enums";
import { quarterOfDay } from "@/server/core/quarters";
import type { CompanyLens as View } from "@/server/roadmap/lenses/queries/company";
import { sureness } from "../../needs/certainty";
import { langOf } from "../lang-of";
import { LensPage, type LensProps } from "./lens-page";
import { partsOf, pledgeHref } from "./parts";
import { ProgrammeLinks } from "./programme-links";

type Props = LensProps & { view: View };

/** What is asked, for how much, and when a company can first act. */
export async function CompanyLens({ view, ...props }: Props) {
  const [t, locale] = await Promise.all([getTranslations("lenses.company"), getLocale() as Promise<Locale>]);
  const { totals } = view;
  const quarters = quartersOf(view);
  const busiest = quarters.reduce<(typeof quarters)[number] | null>(
    (most, one) => (most === null || one.cents > most.cents ? one : most),
    null,
  );
  return (
    <LensPage
      {...props}
      {...view}
      loose={totals.loose}
      isEmpty={totals.needs === 0}
      finding={
        totals.needs === 0
          ? t("findingNone")
          : t("finding", {
              actable: totals.actable,
              needs: totals.needs,
              value: formatMoneyRange(totals.valueMinCents, totals.valueMaxCents, locale),
            })
      }
      detail={busiest ? t("about", { quarter: formatQuarter(busiest.quarter, locale) }) : undefined}
    >
      <Chart quarters={quarters} />
      <Needs view={view} {...props} />
    </LensPage>
  );
}

/** The quarters with what starts in them, by certainty. */
function quartersOf({ quarters }: View) {
  const byQuarter = new Map<
    string,
    { quarter: string; needs: number; cents: number; amounts: Partial<Record<Certainty, number>> }
  >();
  for (const { quarter, certainty, needs, cents } of quarters) {
    const row = byQuarter.get(quarter) ?? { quarter, needs: 0, cents: 0, amounts: {} };
    byQuarter.set(quarter, {
      quarter,
      needs: row.needs + needs,
      cents: row.cents + cents,
      amounts: { ...row.amounts, [certainty]: cents },
    });
  }
  return [...byQuarter.values()];
}

async function Chart({ quarters }: { quarters: ReturnType<typeof quartersOf> }) {
  const [t, l, n, locale] = await Promise.all([
    getTranslations("lenses.company"),
    getTranslations("lenses"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const most = Math.max(...quarters.map(({ cents }) => cents));
  return (
    <Figure finding={t("chart")} formula={{ summary: l("how"), text: t("formula") }}>
      <StackRows
        rows={quarters.map(({ quarter, needs, cents, amounts }) => ({
          key: quarter,
          label: formatQuarter(quarter, locale),
          value: `${formatMoney(cents, locale)} · ${t("needs", { count: needs })}`,
          parts: partsOf(
            amounts,
            most,
            (certainty, part) => `${n(`certainty.${certainty}`)} ${formatMoney(part, locale)}`,
          ),
        }))}
      />
    </Figure>
  );
}

async function Needs({ view, asked, pledging }: Props) {
  const [t, l, n, locale] = await Promise.all([
    getTranslations("lenses.company"),
    getTranslations("lenses"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const first = (need: View["needs"][number]) => {
    const { first: moment, programmes } = need;
    if (moment.kind === "respond")
      return (
        <Link href={`/challenges/${moment.challengeId}`}>
          {t("respond", { date: formatDate(moment.at, locale, { short: true }) })}
        </Link>
      );
    if (moment.kind === "window")
      return t("window", { quarter: formatQuarter(quarterOfDay(moment.at), locale) });
    const open = programmes.find(({ isOpen }) => isOpen);
    return pledging.mayPledge && open ? (
      <a className="text-link" href={localPath(pledgeHref(asked, { programme: open.id }), locale)}>
        {t("pledgeNow")}
      </a>
    ) : (
      t("pledgeNow")
    );
  };
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <HeadCell>{t("subject")}</HeadCell>
          <HeadCell>{t("first")}</HeadCell>
          <HeadCell numeric>{t("value")}</HeadCell>
          <HeadCell>{l("certainty")}</HeadCell>
          <HeadCell>{t("procedure")}</HeadCell>
          <HeadCell>{t("cpv")}</HeadCell>
          <HeadCell>{l("programme")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {view.needs.map((need) => (
          <tr key={need.id}>
            <RowHead className="wrap-anywhere">
              <Link href={`/needs/${need.id}`} lang={langOf(need, locale)}>
                {need.title}
              </Link>
              <span className="block text-sm font-normal text-muted">{need.buyer}</span>
            </RowHead>
            <Cell>{first(need)}</Cell>
            <Cell numeric>{formatMoneyRange(need.valueMinCents, need.valueMaxCents, locale)}</Cell>
            <Cell>
              <CertaintyMark sureness={sureness[need.certainty]} word={n(`certainty.${need.certainty}`)} />
            </Cell>
            <Cell>{n(`procedure.${need.procedure}`)}</Cell>
            <Cell>
              <Subject cpv={need.cpv} division={need.division?.[locale]} />
            </Cell>
            <Cell>
              <ProgrammeLinks programmes={need.programmes} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The code, and what its division is called. */
async function Subject({ cpv, division }: { cpv: string | null; division: string | undefined }) {
  const t = await getTranslations("lenses.company");
  if (!cpv) return <span className="text-muted">{t("noCpv")}</span>;
  return (
    <>
      <span className="block tabular-nums">{cpv}</span>
      <span className="block min-w-48 text-sm text-muted">{division}</span>
    </>
  );
}
