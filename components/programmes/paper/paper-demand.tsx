import { getLocale, getTranslations } from "next-intl/server";
import { Bar } from "@/components/ui/bar";
import { formatMoney, formatNumber, type Locale } from "@/components/ui/format";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import { PLEDGE_KINDS, type PledgeKind } from "@/db/enums";
import type { Programme } from "@/server/programmes/queries/programme";
import { firstOf } from "./shorten";

type Year = Programme["years"][number];
const MOST = 7;

/** What is asked and pledged per year, kind by kind, and what is still lacking; later years as one row. */
export async function PaperDemand({ years }: { years: Year[] }) {
  const [t, p, locale] = await Promise.all([
    getTranslations("papers"),
    getTranslations("programmes"),
    getLocale() as Promise<Locale>,
  ]);
  if (years.length === 0) return null;
  const { shown, left } = firstOf(years, MOST);
  const said = (kind: PledgeKind, amount: number) =>
    kind === "capital" ? formatMoney(amount, locale) : formatNumber(amount, locale);
  const highest = Math.max(1, ...years.map(({ kinds }) => kinds.capital.asked));
  const open = years.filter(({ kinds }) => PLEDGE_KINDS.some((kind) => kinds[kind].gap > 0)).length;
  const row = (name: string, kinds: Year["kinds"], asked: number | null) => (
    <tr key={name}>
      <RowHead>{name}</RowHead>
      <Cell className="min-w-24">
        {asked !== null && asked > 0 && <Bar share={asked / highest} pattern="outline" />}
      </Cell>
      {PLEDGE_KINDS.map((kind) => (
        <Cell key={kind} className="tabular-nums">
          {kinds[kind].asked === 0
            ? p("years.nothing")
            : p("years.of", { met: said(kind, kinds[kind].met), asked: said(kind, kinds[kind].asked) })}
          {kinds[kind].gap > 0 && (
            <strong className="block">{p("years.gap", { gap: said(kind, kinds[kind].gap) })}</strong>
          )}
        </Cell>
      ))}
    </tr>
  );
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg">
        {open === 0 ? p("years.findingNone") : p("years.finding", { open, years: years.length })}
      </h2>
      <Table caption={p("years.caption")} captionHidden>
        <thead>
          <tr>
            <HeadCell>{p("years.year")}</HeadCell>
            <HeadCell>{t("asked")}</HeadCell>
            {PLEDGE_KINDS.map((kind) => (
              <HeadCell key={kind}>{p(`pledgeKind.${kind}`)}</HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ year, kinds }) => row(String(year), kinds, kinds.capital.asked))}
          {left.length > 0 && row(t("laterYears", { count: left.length }), together(left), null)}
        </tbody>
      </Table>
    </section>
  );
}

/** Several years as one: what is left in one year is not met by what is over in another. */
function together(years: Year[]): Year["kinds"] {
  const sum = (kind: PledgeKind, part: keyof Year["kinds"][PledgeKind]) =>
    years.reduce((total, { kinds }) => total + kinds[kind][part], 0);
  return Object.fromEntries(
    PLEDGE_KINDS.map((kind) => [
      kind,
      {
        asked: sum(kind, "asked"),
        met: sum(kind, "met"),
        gap: sum(kind, "gap"),
        pledges: sum(kind, "pledges"),
      },
    ]),
  ) as Year["kinds"];
}
