import { getLocale, getTranslations } from "next-intl/server";
import { ObjectRibbon } from "@/components/collaboration/object-ribbon";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, TwoColumns } from "@/components/layout/page";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, type Locale } from "@/components/ui/format";
import type { getVersion, listVersions, ReadNarrative } from "@/server/narratives/queries";
import { CoWriting } from "./co-writing";
import { NarrativeText } from "./narrative-text";
import { OldVersion } from "./old-version";
import { Versions } from "./versions";

type Props = {
  narrative: ReadNarrative;
  me: { id: string; name: string } | null;
  versions: Awaited<ReturnType<typeof listVersions>>;
  /** The earlier version that is looked at. */
  version: Awaited<ReturnType<typeof getVersion>> | null;
};

/** A programme's narrative: written together by those who may, read by all who may read the programme. */
export async function NarrativePage({ narrative, me, versions, version }: Props) {
  const [t, p, locale] = await Promise.all([
    getTranslations("narratives"),
    getTranslations("programmes"),
    getLocale() as Promise<Locale>,
  ]);
  const { programme, language, content, writtenAt, ability } = narrative;
  const mayWrite = ability.can && me !== null;
  const body = version ? (
    <OldVersion programmeId={programme.id} language={language} version={version} mayRestore={mayWrite} />
  ) : mayWrite ? (
    <FeatureMessages namespaces={["narratives"]}>
      <CoWriting programmeId={programme.id} language={language} me={{ id: me.id, name: me.name }} />
    </FeatureMessages>
  ) : content.length > 0 ? (
    <NarrativeText content={content} language={language} under={1} />
  ) : (
    <EmptyState title={t("none")}>{t("noneReader")}</EmptyState>
  );
  return (
    <Page>
      <PageHeader
        kind={t("title")}
        title={programme.title}
        lang={language}
        finding={mayWrite ? t("finding") : undefined}
        ribbon={<ObjectRibbon kind="programme" id={programme.id} />}
        state={
          <p className="text-sm text-muted">
            {p(`language.${language}`)}
            {writtenAt && (
              <>
                {" · "}
                {t("writtenAt", { at: formatDate(writtenAt, locale, { time: true, short: true }) })}
              </>
            )}
          </p>
        }
        actions={
          <LinkButton href={`/programmes/${programme.id}`} icon="left">
            {t("back")}
          </LinkButton>
        }
      />
      {mayWrite ? (
        <TwoColumns
          aside={<Versions programmeId={programme.id} versions={versions} shown={version?.id ?? null} />}
        >
          {body}
        </TwoColumns>
      ) : (
        body
      )}
    </Page>
  );
}
