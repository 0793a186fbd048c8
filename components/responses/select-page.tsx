import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Results, type ResultsProps } from "./results";
import { SelectForm } from "./select-form";

/** Where the client reads the scores and selects, with a reason per criterion for each response. */
export async function SelectPage(results: ResultsProps) {
  const [t, tc] = [await getTranslations("responses"), await getTranslations("challenges")];
  const { challenge, responses, least } = results;
  const ready = responses.filter(({ reviewCount }) => reviewCount >= least).length;
  const { select } = challenge.abilities;
  return (
    <Page>
      <Live topics={[`challenge:${challenge.id}`]} />
      <PageHeader
        kind={<Link href={`/challenges/${challenge.id}`}>{t("select.kind")}</Link>}
        title={challenge.title}
        lang={challenge.language}
        finding={t("select.finding", { ready, all: responses.length })}
      />
      <Results {...results} />
      {challenge.phase === "decided" && <Notice kind="success" title={t("select.done")} />}
      {challenge.phase === "under-review" && !select.can && (
        <Notice title={t("select.refused")}>{tc("errors.onlyClient")}</Notice>
      )}
      {select.can && ready < responses.length && (
        <Notice kind="attention" title={t("select.waiting")}>
          {t("select.waitingHelp", { least })}
        </Notice>
      )}
      {select.can && ready === responses.length && (
        <FeatureMessages namespaces={["responses", "challenges"]}>
          <p className="max-w-measure">{t("select.help")}</p>
          <SelectForm
            challengeId={challenge.id}
            version={challenge.version}
            criteria={challenge.criteria}
            responses={responses.map(({ id, title, language, organisation, isContested }) => ({
              id,
              title,
              language,
              organisation: organisation.name,
              isContested,
            }))}
          />
        </FeatureMessages>
      )}
    </Page>
  );
}
