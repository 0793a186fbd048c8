import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { formatNumber } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { getResults } from "@/server/responses/queries/judging";
import { ReviewScores } from "./review-scores";

export type ResultsProps = Awaited<ReturnType<typeof getResults>>;

/** Scores with their spread: of each response that the reader may know of. */
export async function Results({ challenge: { criteria }, responses, least }: ResultsProps) {
  const [t, locale] = [await getTranslations("responses"), (await getLocale()) as "nl" | "en"];
  const points = (score: number | null) =>
    score === null ? t("results.hidden") : formatNumber(score, locale, 2);
  const inWords = ({ min, max }: { min: number; max: number }) =>
    min === max ? formatNumber(min, locale) : t("results.spread", { min, max });
  const best = responses.find(({ score }) => score !== null);
  return (
    <Section title={t("results.title")} id="results">
      <p className="max-w-measure text-lg">
        {best
          ? t("results.finding", { best: best.title, score: points(best.score) })
          : t("results.noneYet", { least })}
      </p>
      <Table caption={t("results.caption")}>
        <thead>
          <tr>
            <HeadCell>{t("results.response")}</HeadCell>
            <HeadCell numeric>{t("results.score")}</HeadCell>
            {criteria.map(({ key, name }) => (
              <HeadCell key={key} numeric>
                {name}
              </HeadCell>
            ))}
            <HeadCell numeric>{t("results.price")}</HeadCell>
            <HeadCell numeric>{t("results.reviews")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {responses.map((row) => (
            <tr key={row.id}>
              <RowHead>
                <Link href={`/responses/${row.id}`} lang={row.language}>
                  {row.title}
                </Link>
                <span className="block text-sm font-normal text-muted">{row.organisation.name}</span>
                {row.isContested && <Badge tone="attention">{t("results.contested")}</Badge>}
              </RowHead>
              <Cell numeric>{points(row.score)}</Cell>
              {criteria.map(({ key }) => {
                const spread = row.spreads.find(({ criterion }) => criterion === key)?.spread;
                return (
                  <Cell key={key} numeric>
                    {spread ? inWords(spread) : "–"}
                  </Cell>
                );
              })}
              <Cell numeric>
                {row.priceCents === null ? "–" : formatNumber(Math.round(row.priceCents / 100), locale, 0)}
              </Cell>
              <Cell numeric>{row.reviewCount}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {responses
        .filter(({ reviews }) => reviews.length > 0)
        .map((row) => (
          <Disclosure key={row.id} summary={t("results.scoresOf", { response: row.title })}>
            <div className="flex flex-col gap-6">
              {row.reviews.map((review) => (
                <div key={review.id} className="flex flex-col gap-2">
                  <h3 className="font-bold">
                    {t("results.by", { reviewer: review.reviewerName, mean: points(review.mean) })}
                  </h3>
                  <ReviewScores scores={review.scores} comment={review.comment} criteria={criteria} />
                </div>
              ))}
            </div>
          </Disclosure>
        ))}
    </Section>
  );
}
