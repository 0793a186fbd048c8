import { useLocale, useTranslations } from "next-intl";
import { ObjectRibbon } from "@/components/collaboration/object-ribbon";
import { WhyAndWhat } from "@/components/collaboration/why-and-what";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { formatDate, formatMoney } from "@/components/ui/format";
import type { Language } from "@/db/enums";
import type { getDecision } from "@/server/funding/queries/decisions";

/** One decision: its reasons, its money, and the chain it stands in up to the element it works on. */
export function DecisionView({ it }: { it: Awaited<ReturnType<typeof getDecision>> }) {
  const t = useTranslations("funding.decisions");
  const locale = useLocale() as Language;
  return (
    <Page>
      <PageHeader
        kind={`${t("columns.number")} ${it.number}`}
        title={it.title}
        lang={it.language}
        ribbon={<ObjectRibbon kind="decision" id={it.id} />}
        state={<Badge tone={it.kind === "refusal" ? "closed" : "positive"}>{t(`kind.${it.kind}`)}</Badge>}
      />
      <TwoColumns
        aside={
          <Section title={t("details")}>
            <Facts
              facts={[
                {
                  term: t("columns.amount"),
                  value: it.amountCents === null ? null : formatMoney(it.amountCents, locale, "exact"),
                },
                {
                  term: t("cofunding"),
                  value: it.cofundingCents === null ? null : formatMoney(it.cofundingCents, locale, "exact"),
                },
                { term: t("columns.date"), value: formatDate(it.decidedAt, locale) },
              ]}
            />
          </Section>
        }
      >
        <Section title={t("reasons")}>
          <dl className="flex max-w-measure flex-col gap-4">
            {it.reasons.map(({ key, criterion, text }) => (
              <div key={key}>
                <dt className="font-bold">
                  {criterion ?? (key === "officer" ? t("reason.officer") : t("reason.other"))}
                </dt>
                <dd lang={it.language}>{text}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <WhyAndWhat kind="decision" id={it.id} />
      </TwoColumns>
    </Page>
  );
}
