import { getLocale, getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { CertaintyMark } from "@/components/ui/certainty-mark";
import { formatMoneyRange, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Programme } from "@/server/programmes/queries/programme";
import { sureness } from "../needs/certainty";
import { windowText } from "../needs/window-text";
import { AskedWindow } from "./asked-window";
import { ConsentActions } from "./consent-actions";
import { ConsentState } from "./consent-state";

/** The needs of a programme with their buyer's consent, and what the reader can say about each. */
export async function ProgrammeNeeds({ programme: { id, needs } }: { programme: Programme }) {
  const [t, n, locale] = await Promise.all([
    getTranslations("programmes"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  if (needs.length === 0) return <p className="text-muted">{t("needs.none")}</p>;
  return (
    <FeatureMessages namespaces={["needs", "programmes"]}>
      <ul className="flex flex-col">
        {needs.map(({ consent, ...need }) => (
          <li
            key={need.id}
            className="flex flex-col gap-1.5 border-t border-line py-3 first:border-t-0 first:pt-0"
          >
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 wrap-anywhere">
              <Link href={`/needs/${need.id}`} lang={need.language} className="font-bold">
                {need.title}
              </Link>
              <ConsentState {...consent} />
            </p>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
              <span>{need.buyer.name}</span>
              <span>{windowText(need, locale)}</span>
              {need.valueMinCents !== null && need.valueMaxCents !== null && (
                <span className="tabular-nums">
                  {formatMoneyRange(need.valueMinCents, need.valueMaxCents, locale)}
                </span>
              )}
              <CertaintyMark sureness={sureness[need.certainty]} word={n(`certainty.${need.certainty}`)} />
            </p>
            <AskedWindow
              asked={consent.asked}
              precision={need.windowPrecision}
              link={{ programmeId: id, needId: need.id, version: consent.version }}
              abilities={consent.abilities}
            />
            <ConsentActions
              link={{ programmeId: id, needId: need.id, version: consent.version }}
              abilities={consent.abilities}
            />
          </li>
        ))}
      </ul>
    </FeatureMessages>
  );
}
