import { getLocale, getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { formatDate, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Regroupings as Made } from "@/server/programmes/queries/regroupings";
import { UndoRegrouping } from "./undo-regrouping";

/** Where a programme came from and where parts of it went, with the way back for who leads both. */
export async function Regroupings({ made }: { made: Made["made"] }) {
  const [t, locale] = await Promise.all([getTranslations("programmes"), getLocale() as Promise<Locale>]);
  if (made.length === 0) return null;
  return (
    <ul className="flex flex-col gap-3">
      {made.map(({ id, kind, to, reason, madeAt, other, mayUndo }) => (
        <li key={id} className="flex flex-col gap-1.5 border-s-2 border-edge ps-3">
          <p className="wrap-anywhere">
            {t.rich(`regrouping.${kind}.${to}`, {
              programme: () => (
                <Link href={`/programmes/${other.id}`} lang={other.language}>
                  {other.title}
                </Link>
              ),
            })}{" "}
            <span className="text-muted">{formatDate(madeAt, locale)}</span>
          </p>
          <p className="text-sm text-muted wrap-anywhere">{reason}</p>
          {mayUndo && (
            <FeatureMessages namespaces={["programmes.regrouping", "programmes.errors"]}>
              <UndoRegrouping id={id} kind={kind} />
            </FeatureMessages>
          )}
        </li>
      ))}
    </ul>
  );
}
