import { getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { LensProgramme } from "@/server/roadmap/lenses/queries/scope";
import { langOf } from "../lang-of";

/** The programmes that a need stands in; that there are none is said. */
export async function ProgrammeLinks({ programmes }: { programmes: LensProgramme[] }) {
  const [t, locale] = await Promise.all([getTranslations("lenses"), getLocale() as Promise<Locale>]);
  if (programmes.length === 0) return <span className="text-muted">{t("none")}</span>;
  return (
    <ul>
      {programmes.map((programme) => (
        <li key={programme.id}>
          <Link href={`/programmes/${programme.id}`} lang={langOf(programme, locale)}>
            {programme.title}
          </Link>
          {!programme.isOpen && ` (${t("closed")})`}
        </li>
      ))}
    </ul>
  );
}
