import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { LinkButton } from "@/components/ui/button";
import { formatDate, type Locale } from "@/components/ui/format";
import { caller } from "@/server/trpc/caller";
import { NarrativeText } from "./narrative-text";

/** The narrative on the programme's page, and for its writers the way to write it. */
export async function NarrativeSection({ programmeId }: { programmeId: string }) {
  const [api, t, locale] = await Promise.all([
    caller(),
    getTranslations("narratives"),
    getLocale() as Promise<Locale>,
  ]);
  const { content, language, writtenAt, ability } = await api.narratives.ofProgramme({ programmeId });
  const isEmpty = content.length === 0;
  if (isEmpty && !ability.can) return null;
  return (
    <Section title={t("title")} id="narrative">
      {isEmpty ? (
        <p className="max-w-measure text-muted">{t("noneWriter")}</p>
      ) : (
        <NarrativeText content={content} language={language} under={2} />
      )}
      <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
        {ability.can && (
          <LinkButton href={`/programmes/${programmeId}/narrative`} icon="pencil">
            {t("write")}
          </LinkButton>
        )}
        {!isEmpty && writtenAt && (
          <p className="text-sm text-muted">
            {t("writtenAt", { at: formatDate(writtenAt, locale, { time: true, short: true }) })}
          </p>
        )}
      </div>
    </Section>
  );
}
