import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { ConsentNow } from "@/server/programmes/lifecycle";
import type { Programme } from "@/server/programmes/queries/programme";
import { WindowsPlanner } from "./windows-planner";

const STANDING: ConsentNow[] = ["proposed", "consented", "fixed"];

/** What if the windows of a programme's needs were moved within the slack of their buyers; nothing is asked before it is shown. */
export async function WindowsPage({ programme }: { programme: Programme }) {
  const t = await getTranslations("windows");
  const { id, needs, abilities } = programme;
  const held = needs.flatMap(({ consent, windowStart, windowEnd, ...need }) =>
    STANDING.includes(consent.status) && windowStart && windowEnd
      ? [
          {
            id: need.id,
            title: need.title,
            language: need.language,
            buyerName: need.buyer.name,
            windowStart,
            windowEnd,
            windowPrecision: need.windowPrecision,
            certainty: need.certainty,
            // What is fixed counts, and stays.
            slackEarlier: consent.abilities.askWindow.can ? need.slackEarlier : 0,
            slackLater: consent.abilities.askWindow.can ? need.slackLater : 0,
            version: consent.version,
            asked: consent.asked,
          },
        ]
      : [],
  );
  return (
    <Page>
      <Live topics={[`programme:${id}`, "need"]} />
      <PageHeader
        kind={t("kind")}
        title={programme.title}
        lang={programme.language}
        finding={t("help")}
        actions={
          <LinkButton href={`/programmes/${id}`} icon="left">
            {t("back")}
          </LinkButton>
        }
      />
      {abilities.propose.can && held.length > 0 ? (
        <FeatureMessages namespaces={["windows", "needs", "programmes.errors"]}>
          <WindowsPlanner programmeId={id} needs={held} />
        </FeatureMessages>
      ) : (
        <EmptyState title={t("none")} action={<Link href={`/programmes/${id}`}>{t("back")}</Link>}>
          {t(abilities.propose.can ? "noneHelp" : "onlyLead")}
        </EmptyState>
      )}
    </Page>
  );
}
