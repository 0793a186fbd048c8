import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { formatDate, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { listVersions } from "@/server/narratives/queries";

type Props = {
  programmeId: string;
  versions: Awaited<ReturnType<typeof listVersions>>;
  shown: string | null;
};

/** How earlier sittings left the narrative. */
export async function Versions({ programmeId, versions, shown }: Props) {
  const [t, locale] = await Promise.all([getTranslations("narratives"), getLocale() as Promise<Locale>]);
  return (
    <Section title={t("versions.title")} id="versions">
      {versions.length === 0 && <p className="text-muted">{t("versions.none")}</p>}
      <ol className="flex flex-col gap-3">
        {versions.map(({ id, writtenAt, writers }) => (
          <li key={id} className="border-s-2 border-line ps-3">
            <Link
              href={`/programmes/${programmeId}/narrative?version=${id}`}
              aria-current={id === shown ? "page" : undefined}
            >
              {formatDate(writtenAt, locale, { time: true, short: true })}
            </Link>
            <p className="text-sm text-muted">
              {t("versions.by", { names: writers.map((name) => name ?? t("versions.gone")).join(", ") })}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
