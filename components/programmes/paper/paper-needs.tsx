import { getLocale, getTranslations } from "next-intl/server";
import { CertaintyMark } from "@/components/ui/certainty-mark";
import { formatMoneyRange, type Locale } from "@/components/ui/format";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Programme } from "@/server/programmes/queries/programme";
import { sureness } from "../../needs/certainty";
import { windowText } from "../../needs/window-text";
import { isAgreed } from "../partners";
import { clip, firstOf, totalOf } from "./shorten";

const MOST = 8;

/** What is asked, by whom, when, for how much and how sure; the largest first, the rest as one sum. */
export async function PaperNeeds({ needs }: { needs: Programme["needs"] }) {
  const [t, n, locale] = await Promise.all([
    getTranslations("papers"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const agreed = needs
    .filter(isAgreed)
    .sort((a, b) => (b.valueMaxCents ?? 0) - (a.valueMaxCents ?? 0) || a.title.localeCompare(b.title));
  if (agreed.length === 0) return null;
  const { shown, left } = firstOf(agreed, MOST);
  const money = ({ min, max }: { min: number; max: number }) => formatMoneyRange(min, max, locale);
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg">{t("needs", { count: agreed.length })}</h2>
      <Table caption={t("needsCaption")} captionHidden>
        <thead>
          <tr>
            <HeadCell>{t("need")}</HeadCell>
            <HeadCell>{t("buyer")}</HeadCell>
            <HeadCell>{t("window")}</HeadCell>
            <HeadCell numeric>{t("value")}</HeadCell>
            <HeadCell>{t("certainty")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {shown.map((need) => (
            <tr key={need.id}>
              <RowHead lang={need.language} className="min-w-0 wrap-anywhere">
                {clip(need.title, 64)}
              </RowHead>
              <Cell>{clip(need.buyer.name, 40)}</Cell>
              <Cell>{windowText(need, locale)}</Cell>
              <Cell numeric>{need.valueMaxCents === null ? "–" : money(totalOf([need]))}</Cell>
              <Cell>
                <CertaintyMark sureness={sureness[need.certainty]} word={n(`certainty.${need.certainty}`)} />
              </Cell>
            </tr>
          ))}
          {left.length > 0 && (
            <tr>
              <RowHead>{t("otherNeeds", { count: left.length })}</RowHead>
              <Cell>{t("otherBuyers", { count: new Set(left.map(({ buyer }) => buyer.id)).size })}</Cell>
              <Cell />
              <Cell numeric>{money(totalOf(left))}</Cell>
              <Cell />
            </tr>
          )}
        </tbody>
      </Table>
    </section>
  );
}
