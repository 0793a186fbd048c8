import { getLocale, getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { formatDate, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { getVersion } from "@/server/narratives/queries";
import { NarrativeText } from "./narrative-text";
import { RestoreVersion } from "./restore-version";

type Props = {
  programmeId: string;
  language: string;
  version: Awaited<ReturnType<typeof getVersion>>;
  mayRestore: boolean;
};

/** An earlier version to read, and the way to make it the text again. */
export async function OldVersion({ programmeId, language, version, mayRestore }: Props) {
  const [t, locale] = await Promise.all([getTranslations("narratives"), getLocale() as Promise<Locale>]);
  const here = `/programmes/${programmeId}/narrative`;
  return (
    <article className="flex flex-col gap-4">
      <h2 className="text-xl">
        {t("versions.shown", { at: formatDate(version.writtenAt, locale, { time: true }) })}
      </h2>
      <div className="flex flex-wrap items-center gap-4">
        {mayRestore && (
          <FeatureMessages namespaces={["narratives"]}>
            <RestoreVersion programmeId={programmeId} versionId={version.id} />
          </FeatureMessages>
        )}
        <Link href={here}>{t("do.cancel")}</Link>
      </div>
      {version.content.length === 0 ? (
        <p className="text-muted">{t("versions.empty")}</p>
      ) : (
        <NarrativeText content={version.content} language={language} under={2} />
      )}
    </article>
  );
}
