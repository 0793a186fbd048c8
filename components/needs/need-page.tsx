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
import { formatMoneyRange, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { NeedState } from "@/db/enums";
import type { Need } from "@/server/needs/queries";
import type { NeedOutlook } from "@/server/needs/queries/slips";
import type { NeedProgramme } from "@/server/programmes/queries/consent";
import type { Choice } from "./choice";
import { NeedFacts } from "./need-facts";
import { NeedProgrammes } from "./need-programmes";
import { NeedSteps } from "./need-steps";
import { PublishNeed } from "./publish-need";
import { Slips } from "./slips";
import { windowText } from "./window-text";

const TONES: Record<NeedState, BadgeTone> = {
  draft: "neutral",
  published: "current",
  fulfilled: "positive",
  withdrawn: "closed",
};

/** One need: what, when, for how much, how sure; why it exists and what came of it. */
export async function NeedPage({
  need,
  outlook,
  programmes,
  themes,
  ecosystems,
}: {
  need: Need;
  outlook: NeedOutlook | undefined;
  programmes: NeedProgramme[];
  themes: Choice[];
  ecosystems: Choice[];
}) {
  const t = await getTranslations("needs");
  const { id, version, abilities, windowStart, windowEnd } = need;
  return (
    <Page>
      <Live topics={[`need:${id}`]} />
      <PageHeader
        kind={t("kind")}
        title={need.title}
        lang={need.language}
        finding={await findingOf(need)}
        ribbon={<ObjectRibbon kind="need" id={id} />}
        state={
          <>
            <Badge tone={TONES[need.status]}>{t(`status.${need.status}`)}</Badge>
            {need.buyer.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
          </>
        }
        actions={
          <FeatureMessages namespaces={["needs"]}>
            {need.isOwn && need.status === "draft" && (
              <PublishNeed id={id} version={version} ability={abilities.publish} />
            )}
            {abilities.change.can && (
              <LinkButton href={`/needs/${id}/edit`} icon="pencil">
                {t("do.change")}
              </LinkButton>
            )}
            <FollowButton kind="need" id={id} />
          </FeatureMessages>
        }
      />
      {need.status === "draft" && abilities.change.can && (
        <MissingList
          title={t("page.missing")}
          items={need.missing.map(({ field }) => ({
            key: field,
            text: t(`missing.${field}`),
            href: `/needs/${id}/edit#${field}`,
          }))}
        />
      )}
      {need.status === "withdrawn" && (
        <Notice kind="attention" title={t("page.withdrawn")}>
          <p lang={need.language}>{need.withdrawReason}</p>
        </Notice>
      )}
      {need.becameUrl && (
        <Notice kind="success" title={t("page.became")}>
          <Link href={need.becameUrl} rel="noopener nofollow" className="break-all">
            {need.becameUrl}
          </Link>
        </Notice>
      )}
      <TwoColumns
        aside={
          <>
            <NeedFacts need={need} outlook={outlook} themes={themes} ecosystems={ecosystems} />
            <WhyAndWhat kind="need" id={id} />
            <History kind="need" id={id} editHref={abilities.change.can ? `/needs/${id}/edit` : undefined} />
          </>
        }
      >
        <Section title={t("page.description")} id="description">
          {need.description.trim() ? (
            <WrittenText text={need.description} language={need.language} />
          ) : (
            <p className="text-muted">{t("page.noDescription")}</p>
          )}
        </Section>
        <WrittenList title={t("page.skills")} items={need.skills} language={need.language} />
        <WrittenList title={t("page.questions")} items={need.questions} language={need.language} />
        <NeedProgrammes needId={id} precision={need.windowPrecision} programmes={programmes} />
        <Slips need={need} />
        {windowStart && windowEnd && (
          <FeatureMessages namespaces={["needs"]}>
            <NeedSteps
              need={{ id, version, windowStart, windowEnd, precision: need.windowPrecision }}
              can={{
                move: abilities.move.can,
                fulfil: abilities.fulfil.can,
                withdraw: abilities.withdraw.can,
              }}
            />
          </FeatureMessages>
        )}
        <Comments kind="need" id={id} />
      </TwoColumns>
    </Page>
  );
}

async function findingOf(need: Need): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("needs"), getLocale() as Promise<Locale>]);
  const window = windowText(need, locale);
  if (!window || need.valueMinCents === null || need.valueMaxCents === null)
    return t("page.findingOpen", { buyer: need.buyer.name });
  return t("page.finding", {
    buyer: need.buyer.name,
    window,
    value: formatMoneyRange(need.valueMinCents, need.valueMaxCents, locale),
    certainty: t(`certainty.${need.certainty}`),
  });
}

function WrittenList({ title, items, language }: { title: string; items: string[]; language: string }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <ul lang={language} className="flex max-w-measure list-disc flex-col gap-1 ps-5">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Section>
  );
}
