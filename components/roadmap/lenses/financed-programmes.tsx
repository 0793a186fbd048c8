import { getLocale, getTranslations } from "next-intl/server";
import { formatMoney, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { localPath } from "@/components/ui/local-path";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { FinancierLens } from "@/server/roadmap/lenses/queries/financier";
import { langOf } from "../lang-of";
import type { LensProps } from "./lens-page";
import { pledgeHref } from "./parts";

type Props = Pick<LensProps, "asked" | "pledging"> & Pick<FinancierLens, "programmes">;

/** The programmes that the spending stands in, each with what is pledged to it and what is not. */
export async function FinancedProgrammes({ programmes, asked, pledging }: Props) {
  const [t, l, locale] = await Promise.all([
    getTranslations("lenses.financier"),
    getTranslations("lenses"),
    getLocale() as Promise<Locale>,
  ]);
  if (programmes.length === 0) return null;
  return (
    <Table caption={t("captionProgrammes")}>
      <thead>
        <tr>
          <HeadCell>{l("programme")}</HeadCell>
          <HeadCell>{t("period")}</HeadCell>
          <HeadCell numeric>{t("spending")}</HeadCell>
          <HeadCell numeric>{t("own")}</HeadCell>
          <HeadCell numeric>{t("others")}</HeadCell>
          <HeadCell numeric>{t("gap")}</HeadCell>
          {pledging.mayPledge && <HeadCell>{l("pledge")}</HeadCell>}
        </tr>
      </thead>
      <tbody>
        {programmes.map((programme) => {
          const { id, title, yearFrom, yearTo } = programme;
          return (
            <tr key={id}>
              <RowHead className="wrap-anywhere">
                <Link href={`/programmes/${id}`} lang={langOf(programme, locale)}>
                  {title}
                </Link>
              </RowHead>
              <Cell className="tabular-nums">
                {yearFrom === yearTo ? yearFrom : `${yearFrom} – ${yearTo}`}
              </Cell>
              <Cell numeric>{formatMoney(programme.spendingCents, locale)}</Cell>
              <Cell numeric>{formatMoney(programme.ownCents, locale)}</Cell>
              <Cell numeric>{formatMoney(programme.othersCents, locale)}</Cell>
              <Cell numeric className="font-bold">
                {formatMoney(programme.gapCents, locale)}
              </Cell>
              {pledging.mayPledge && (
                <Cell>
                  {programme.isOpen ? (
                    <a className="text-link" href={localPath(pledgeHref(asked, { programme: id }), locale)}>
                      {l("pledge")} <span className="sr-only">{t("pledgeFor", { title })}</span>
                    </a>
                  ) : (
                    l("closed")
                  )}
                </Cell>
              )}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
