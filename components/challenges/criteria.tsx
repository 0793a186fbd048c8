import { getLocale, getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/disclosure";
import { formatNumber } from "@/components/ui/format";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Criterion } from "@/server/challenges/input";

/** What responses are judged on, and how the score is computed, one key away. */
export async function Criteria({ criteria, lang }: { criteria: readonly Criterion[]; lang: string }) {
  const [t, locale] = [await getTranslations("challenges"), (await getLocale()) as "nl" | "en"];
  return (
    <>
      <Table caption={t("criteria.caption")} captionHidden>
        <thead>
          <tr>
            <HeadCell>{t("criteria.name")}</HeadCell>
            <HeadCell numeric>{t("criteria.weight")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ key, name, weight }) => (
            <tr key={key}>
              <RowHead lang={lang}>{name}</RowHead>
              <Cell numeric>{formatNumber(weight, locale, 0)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Disclosure summary={t("criteria.how")}>
        <p className="max-w-measure">{t("criteria.formula")}</p>
      </Disclosure>
    </>
  );
}
