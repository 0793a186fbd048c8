import { useLocale, useTranslations } from "next-intl";
import { FollowButton } from "@/components/collaboration/follow-button";
import { History } from "@/components/collaboration/history";
import { ObjectRibbon } from "@/components/collaboration/object-ribbon";
import { WhyAndWhat } from "@/components/collaboration/why-and-what";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { WrittenText } from "@/components/layout/written-text";
import { Live } from "@/components/trpc/live";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { formatDate, formatMoney, formatNumber } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Language } from "@/db/enums";
import type { getIntervention } from "@/server/interventions/queries";
import { InterventionActions } from "./intervention-actions";
import { STATUS_TONES } from "./list-view";

type Props = {
  it: Awaited<ReturnType<typeof getIntervention>>;
  names: { ecosystem: string; element: string };
};

export function InterventionView({ it, names }: Props) {
  const t = useTranslations("interventions");
  const locale = useLocale() as Language;
  const { target, result } = it;
  return (
    <Page>
      <Live topics={[`intervention:${it.id}`]} />
      <PageHeader
        kind={t("kind")}
        title={it.title}
        lang={it.language}
        ribbon={<ObjectRibbon kind="intervention" id={it.id} />}
        state={<Badge tone={STATUS_TONES[it.status]}>{t(`status.${it.status}`)}</Badge>}
        actions={
          <>
            <FeatureMessages namespaces={["interventions"]}>
              <InterventionActions id={it.id} version={it.version} abilities={it.abilities} />
            </FeatureMessages>
            <FollowButton kind="intervention" id={it.id} />
          </>
        }
      />
      <TwoColumns
        aside={
          <>
            <Section title={t("details")}>
              <Facts
                facts={[
                  {
                    term: t("facts.ecosystem"),
                    value: (
                      <Link href={`/ecosystem/${it.ecosystem}/${it.element}`}>
                        {names.ecosystem}: {names.element}
                      </Link>
                    ),
                  },
                  { term: t("facts.instrument"), value: it.instrumentName?.[locale] },
                  { term: t("facts.owner"), value: it.owner.name },
                  { term: t("facts.partners"), value: it.partners.map(({ name }) => name).join(", ") },
                  { term: t("facts.budget"), value: formatMoney(it.budgetCents, locale, "exact") },
                  {
                    term: t("facts.period"),
                    value: `${formatDate(it.startsOn, locale)} – ${formatDate(it.endsOn, locale)}`,
                  },
                  { term: t("facts.indicator"), value: <span lang={it.language}>{target.indicator}</span> },
                  { term: t("facts.baseline"), value: formatNumber(target.baseline, locale) },
                  { term: t("facts.goal"), value: formatNumber(target.goal, locale) },
                  { term: t("facts.reviewOn"), value: formatDate(target.reviewOn, locale) },
                  {
                    term: t("facts.result"),
                    value: result && `${formatNumber(result.value, locale)}: ${result.note}`,
                  },
                  { term: t("facts.stopReason"), value: it.stopReason },
                ]}
              />
            </Section>
            <History kind="intervention" id={it.id} />
          </>
        }
      >
        <Section title={t("about")}>
          <WrittenText text={it.description} language={it.language} />
        </Section>
        <WhyAndWhat kind="intervention" id={it.id} />
      </TwoColumns>
    </Page>
  );
}
