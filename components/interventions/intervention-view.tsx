import { useLocale, useTranslations } from "next-intl";
import { Comments } from "@/components/collaboration/comments";
import { FollowButton } from "@/components/collaboration/follow-button";
import { History } from "@/components/collaboration/history";
import { ObjectRibbon } from "@/components/collaboration/object-ribbon";
import { WhyAndWhat } from "@/components/collaboration/why-and-what";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { WrittenText } from "@/components/layout/written-text";
import { Live } from "@/components/trpc/live";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Facts } from "@/components/ui/facts";
import { formatDate, formatMoney, formatNumber } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { toLocalInput } from "@/components/ui/local-time";
import type { Language } from "@/db/enums";
import type { getIntervention } from "@/server/interventions/queries";
import { CompleteForm } from "./complete-form";
import { STATUS_TONES } from "./list-view";
import { StartIntervention } from "./start-intervention";
import { StopForm } from "./stop-form";
import { Target } from "./target";

type It = Awaited<ReturnType<typeof getIntervention>>;
type Props = { it: It; names: { ecosystem: string; element: string } };

/** One intervention: what it does about which element, by whom, for how much, towards which target. */
export function InterventionView({ it, names }: Props) {
  const t = useTranslations("interventions");
  const locale = useLocale() as Language;
  const { target, result } = it;
  const isOpen = it.status === "planned" || it.status === "running";
  return (
    <Page>
      <Live topics={[`intervention:${it.id}`]} />
      <PageHeader
        kind={<Link href="/interventions">{t("title")}</Link>}
        title={it.title}
        lang={it.language}
        finding={
          result
            ? t(result.value >= target.goal === target.goal >= target.baseline ? "reached" : "missed", {
                value: formatNumber(result.value, locale),
                goal: formatNumber(target.goal, locale),
                baseline: formatNumber(target.baseline, locale),
              })
            : t("aim", {
                cell: `${names.element}, ${names.ecosystem}`,
                baseline: formatNumber(target.baseline, locale),
                goal: formatNumber(target.goal, locale),
                date: formatDate(target.reviewOn, locale),
              })
        }
        ribbon={<ObjectRibbon kind="intervention" id={it.id} />}
        state={
          <>
            <Badge tone={STATUS_TONES[it.status]}>{t(`status.${it.status}`)}</Badge>
            {it.owner.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
          </>
        }
        actions={
          <FeatureMessages namespaces={["interventions", "collaboration"]}>
            {it.abilities.start.can && (
              <StartIntervention id={it.id} version={it.version} ability={it.abilities.start} />
            )}
            {it.abilities.change.can && (
              <LinkButton href={`/interventions/${it.id}/edit`}>{t("actions.change")}</LinkButton>
            )}
            {it.takesPart && isOpen && (
              <LinkButton href={`/applications/new?intervention=${it.id}`}>{t("actions.apply")}</LinkButton>
            )}
            <FollowButton kind="intervention" id={it.id} />
          </FeatureMessages>
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
                        {names.element}, {names.ecosystem}
                      </Link>
                    ),
                  },
                  { term: t("facts.instrument"), value: it.instrumentName?.[locale] },
                  {
                    term: t("facts.owner"),
                    value: <Link href={`/organisations/${it.owner.id}`}>{it.owner.name}</Link>,
                  },
                  { term: t("facts.partners"), value: <Partners partners={it.partners} /> },
                  { term: t("facts.budget"), value: formatMoney(it.budgetCents, locale, "exact") },
                  {
                    term: t("facts.period"),
                    value: `${formatDate(it.startsOn, locale)} – ${formatDate(it.endsOn, locale)}`,
                  },
                ]}
              />
            </Section>
            <History
              kind="intervention"
              id={it.id}
              editHref={it.abilities.change.can ? `/interventions/${it.id}/edit` : undefined}
            />
          </>
        }
      >
        <Section title={t("about")}>
          <WrittenText text={it.description} language={it.language} />
        </Section>
        {it.stopReason && (
          <Section title={t("facts.stopReason")}>
            <WrittenText text={it.stopReason} language={it.language} />
          </Section>
        )}
        <Section title={t("target")} id="target">
          <Target target={target} result={result} language={it.language} />
        </Section>
        <Steps it={it} />
        <WhyAndWhat kind="intervention" id={it.id} />
        <Comments kind="intervention" id={it.id} />
      </TwoColumns>
    </Page>
  );
}

function Partners({ partners }: { partners: It["partners"] }) {
  const t = useTranslations("interventions.facts");
  if (partners.length === 0) return <>{t("noPartners")}</>;
  return (
    <ul>
      {partners.map(({ id, name }) => (
        <li key={id}>
          <Link href={`/organisations/${id}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}

/** What its owner can do next that asks for words. */
function Steps({ it }: { it: It }) {
  const t = useTranslations("interventions.actions");
  if (!it.abilities.complete.can && !it.abilities.stop.can) return null;
  const today = toLocalInput(new Date()).slice(0, 10);
  return (
    <FeatureMessages namespaces={["interventions"]}>
      <div>
        {it.abilities.complete.can && (
          <Disclosure summary={t("complete")}>
            <CompleteForm id={it.id} version={it.version} unit={it.target.unit} today={today} />
          </Disclosure>
        )}
        {it.abilities.stop.can && (
          <Disclosure summary={t("stop")}>
            <StopForm id={it.id} version={it.version} />
          </Disclosure>
        )}
      </div>
    </FeatureMessages>
  );
}
