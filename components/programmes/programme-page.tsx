import { getLocale, getTranslations } from "next-intl/server";
import { Comments } from "@/components/collaboration/comments";
import { FollowButton } from "@/components/collaboration/follow-button";
import { History } from "@/components/collaboration/history";
import { ObjectRibbon } from "@/components/collaboration/object-ribbon";
import { WhyAndWhat } from "@/components/collaboration/why-and-what";
import { MissingList } from "@/components/forms/missing-list";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { WrittenText } from "@/components/layout/written-text";
import { Live } from "@/components/trpc/live";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { formatDate, formatMoneyRange, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ProgrammeState } from "@/db/enums";
import type { NeedFit } from "@/server/bundling/queries";
import type { listProposable } from "@/server/programmes/queries/lists";
import type { Programme } from "@/server/programmes/queries/programme";
import type { Regroupings as Made } from "@/server/programmes/queries/regroupings";
import type { getWords } from "@/server/regions/queries";
import { FittingNeeds } from "../bundling/fitting-needs";
import { NarrativeSection } from "../narratives/narrative-section";
import { choice } from "../needs/choice";
import { windowText } from "../needs/window-text";
import { LinkIntervention } from "./link-intervention";
import { Partners } from "./partners";
import { Pledges } from "./pledges";
import { ProgrammeNeeds } from "./programme-needs";
import { CloseProgramme, PublishProgramme } from "./programme-steps";
import { ProposeNeed } from "./propose-need";
import { QuestionsAsked } from "./questions-asked";
import { MergeForm, SplitForm } from "./regrouping/regrouping-forms";
import { Regroupings } from "./regrouping/regroupings";
import { YearsTable } from "./years-table";

type Props = {
  programme: Programme;
  words: ReturnType<typeof getWords>;
  regroupings: Made;
  /** For the lead: needs that can be asked, and interventions that can be linked. */
  proposable: Awaited<ReturnType<typeof listProposable>>;
  /** For the lead: needs like those it bundles. */
  fits: NeedFit[];
  linkable: { id: string; title: string }[];
  isSignedIn: boolean;
};

const TONES: Record<ProgrammeState, BadgeTone> = { draft: "neutral", published: "current", closed: "closed" };

/** A programme: the needs that buyers agreed to bundle, what that adds up to, and what others pledge to bring. */
export async function ProgrammePage({
  programme,
  words,
  regroupings,
  proposable,
  fits,
  linkable,
  isSignedIn,
}: Props) {
  const [t, b, paper, locale] = await Promise.all([
    getTranslations("programmes"),
    getTranslations("bundling"),
    getTranslations("papers"),
    getLocale() as Promise<Locale>,
  ]);
  const { id, version, abilities, summary } = programme;
  const nameIn = (list: readonly { slug: string; name: Record<Locale, string> }[], slug: string) =>
    list.find((one) => one.slug === slug)?.name[locale] ?? slug;
  const period = windowText({ windowStart: summary.start, windowEnd: summary.end }, locale);
  const splittable = programme.needs
    .filter(({ consent }) => consent.abilities.regroup.can)
    .map((need) => ({ value: need.id, text: `${need.title} · ${need.buyer.name}` }));
  const value = formatMoneyRange(summary.valueMinCents, summary.valueMaxCents, locale);
  return (
    <Page>
      <Live topics={[`programme:${id}`, "need"]} />
      <PageHeader
        kind={t("kind")}
        title={programme.title}
        lang={programme.language}
        finding={
          period
            ? t("finding", { needs: summary.needs, buyers: summary.buyers, value, period })
            : t("findingNone")
        }
        ribbon={<ObjectRibbon kind="programme" id={id} />}
        state={
          <>
            <Badge tone={TONES[programme.status]}>{t(`status.${programme.status}`)}</Badge>
            {programme.lead.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
          </>
        }
        actions={
          <FeatureMessages namespaces={["programmes"]}>
            {programme.isLead && programme.status === "draft" && (
              <PublishProgramme id={id} version={version} ability={abilities.publish} />
            )}
            {abilities.change.can && (
              <LinkButton href={`/programmes/${id}/edit`} icon="pencil">
                {t("do.change")}
              </LinkButton>
            )}
            <LinkButton href={`/programmes/${id}/paper`} icon="file">
              {paper("open")}
            </LinkButton>
            <FollowButton kind="programme" id={id} />
          </FeatureMessages>
        }
      />
      {programme.status === "draft" && abilities.change.can && (
        <MissingList
          title={t("missingTitle")}
          items={programme.missing.map(({ field }) => ({
            key: field,
            text: t(`missing.${field}`),
            href: `/programmes/${id}/edit#${field}`,
          }))}
        />
      )}
      {programme.closeReason && (
        <Notice kind="attention" title={t("closed")}>
          <p lang={programme.language}>{programme.closeReason}</p>
        </Notice>
      )}
      <TwoColumns
        aside={
          <>
            <Facts
              facts={[
                {
                  term: t("fact.lead"),
                  value: <Link href={`/organisations/${programme.lead.id}`}>{programme.lead.name}</Link>,
                },
                { term: t("fact.value"), value: summary.needs > 0 ? value : null },
                { term: t("fact.period"), value: period },
                {
                  term: t("fact.theme"),
                  value: programme.theme && nameIn(words.missionThemes, programme.theme),
                },
                {
                  term: t("fact.programmeTheme"),
                  value: programme.programmeTheme && nameIn(words.programmeThemes, programme.programmeTheme),
                },
                {
                  term: t("fact.ecosystems"),
                  value: programme.ecosystems.map((slug) => nameIn(words.ecosystems, slug)).join(", "),
                },
                {
                  term: t("fact.elements"),
                  value: programme.elements.map((slug) => nameIn(words.elements, slug)).join(", "),
                },
                {
                  term: t("fact.published"),
                  value: programme.publishedAt && formatDate(programme.publishedAt, locale),
                },
              ]}
            />
            <Partners programme={programme} />
            <WhyAndWhat kind="programme" id={id} />
            <History
              kind="programme"
              id={id}
              editHref={abilities.change.can ? `/programmes/${id}/edit` : undefined}
            />
          </>
        }
      >
        <Regroupings made={regroupings.made} />
        <WrittenText text={programme.description} language={programme.language} />
        <NarrativeSection programmeId={id} />
        <Section title={t("needs.title")} id="needs">
          <ProgrammeNeeds programme={programme} />
          {abilities.propose.can && programme.needs.length > 1 && (
            <p>
              <LinkButton href={`/programmes/${id}/windows`} icon="lines">
                {t("do.windows")}
              </LinkButton>
            </p>
          )}
          {abilities.propose.can && (
            <FeatureMessages namespaces={["needs", "programmes"]}>
              <ProposeNeed
                programmeId={id}
                needs={proposable.map((need) => ({
                  value: need.id,
                  text: `${need.title} · ${need.buyerName}`,
                }))}
              />
            </FeatureMessages>
          )}
        </Section>
        {abilities.propose.can && (
          <Section title={b("fits.title")} id="fits">
            <FeatureMessages namespaces={["bundling"]}>
              <FittingNeeds
                programmeId={id}
                fits={fits}
                words={{
                  themes: words.missionThemes.map(choice),
                  ecosystems: words.ecosystems.map(choice),
                }}
              />
            </FeatureMessages>
          </Section>
        )}
        <YearsTable years={programme.years} skills={programme.skills} />
        <QuestionsAsked needs={programme.needs} />
        <Pledges programme={programme} isSignedIn={isSignedIn} />
        <Section title={t("interventions.title")} id="interventions">
          {programme.interventions.length === 0 ? (
            <p className="text-muted">{t("interventions.none")}</p>
          ) : (
            <ul className="flex flex-col gap-2">
              {programme.interventions.map((one) => (
                <li key={one.id}>
                  <Link href={`/interventions/${one.id}`} lang={one.language}>
                    {one.title}
                  </Link>{" "}
                  <span className="text-sm text-muted">
                    {nameIn(words.elements, one.element)}, {nameIn(words.ecosystems, one.ecosystem)}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {abilities.change.can && linkable.length > 0 && (
            <FeatureMessages namespaces={["programmes"]}>
              <LinkIntervention
                programmeId={id}
                interventions={linkable.map((one) => ({ value: one.id, text: one.title }))}
              />
            </FeatureMessages>
          )}
        </Section>
        {abilities.close.can && (
          <FeatureMessages namespaces={["needs", "programmes"]}>
            {splittable.length > 1 && <SplitForm id={id} version={version} needs={splittable} />}
            {regroupings.canGoOnIn.length > 0 && (
              <MergeForm
                id={id}
                version={version}
                programmes={regroupings.canGoOnIn.map((one) => ({ value: one.id, text: one.title }))}
              />
            )}
            <CloseProgramme id={id} version={version} />
          </FeatureMessages>
        )}
        <Comments kind="programme" id={id} />
      </TwoColumns>
    </Page>
  );
}
