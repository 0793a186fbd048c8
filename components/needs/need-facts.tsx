import { getLocale, getTranslations } from "next-intl/server";
import { CertaintyMark } from "@/components/ui/certainty-mark";
import { Facts } from "@/components/ui/facts";
import { formatDate, formatMoneyRange, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Need } from "@/server/needs/queries";
import type { NeedOutlook } from "@/server/needs/queries/slips";
import { sureness } from "./certainty";
import type { Choice } from "./choice";
import { LikelyStart } from "./likely-start";
import { windowText } from "./window-text";

/** What is known of a need, term by term; what is not filled in is left out. */
export async function NeedFacts({
  need,
  outlook,
  themes,
  ecosystems,
}: {
  need: Need;
  /** Of a need that is published and still to begin. */
  outlook: NeedOutlook | undefined;
  themes: Choice[];
  ecosystems: Choice[];
}) {
  const [t, locale] = await Promise.all([getTranslations("needs"), getLocale() as Promise<Locale>]);
  const nameIn = (list: Choice[], slug: string) =>
    list.find((one) => one.slug === slug)?.name[locale] ?? slug;
  const { valueMinCents: min, valueMaxCents: max } = need;
  return (
    <Facts
      facts={[
        {
          term: t("fact.buyer"),
          value: <Link href={`/organisations/${need.buyer.id}`}>{need.buyer.name}</Link>,
        },
        { term: t("fact.window"), value: windowText(need, locale) },
        {
          term: t("fact.slack"),
          value:
            need.slackEarlier + need.slackLater > 0
              ? t("slackText", { earlier: need.slackEarlier, later: need.slackLater })
              : null,
        },
        {
          term: t("fact.likely"),
          value: outlook && <LikelyStart outlook={outlook} precision={need.windowPrecision} />,
        },
        {
          term: t("fact.value"),
          value: min !== null && max !== null ? formatMoneyRange(min, max, locale) : null,
        },
        {
          term: t("fact.certainty"),
          value: (
            <CertaintyMark sureness={sureness[need.certainty]} word={t(`certainty.${need.certainty}`)} />
          ),
        },
        { term: t("fact.theme"), value: need.theme && nameIn(themes, need.theme) },
        {
          term: t("fact.ecosystems"),
          value: need.ecosystems.map((slug) => nameIn(ecosystems, slug)).join(", "),
        },
        { term: t("fact.procedure"), value: t(`procedure.${need.procedure}`) },
        { term: t("fact.cpv"), value: need.cpvName ? `${need.cpv} ${need.cpvName[locale]}` : need.cpv },
        { term: t("fact.place"), value: need.place },
        { term: t("fact.contact"), value: need.contact },
        { term: t("fact.reference"), value: need.isOwn ? need.reference : null },
        { term: t("fact.visibility"), value: t(`visibility.${need.visibility}`) },
        { term: t("page.invited"), value: need.invited.map(({ name }) => name).join(", ") },
        { term: t("fact.published"), value: need.publishedAt && formatDate(need.publishedAt, locale) },
      ]}
    />
  );
}
