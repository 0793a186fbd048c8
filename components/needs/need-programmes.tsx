import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Section } from "@/components/layout/page";
import { AskedWindow } from "@/components/programmes/asked-window";
import { ConsentActions } from "@/components/programmes/consent-actions";
import { ConsentState } from "@/components/programmes/consent-state";
import { Link } from "@/components/ui/link";
import type { WindowPrecision } from "@/db/enums";
import type { NeedProgramme } from "@/server/programmes/queries/consent";

/** The programmes that this need is part of or was asked for, with what its buyer can say to them. */
export async function NeedProgrammes({
  needId,
  precision,
  programmes,
}: {
  needId: string;
  precision: WindowPrecision;
  programmes: NeedProgramme[];
}) {
  const t = await getTranslations("needs");
  return (
    <Section title={t("page.programmes")} id="programmes">
      {programmes.length === 0 ? (
        <p className="text-muted">{t("page.noProgramme")}</p>
      ) : (
        <FeatureMessages namespaces={["needs", "programmes"]}>
          <ul className="flex flex-col">
            {programmes.map((programme) => (
              <li
                key={programme.id}
                className="flex flex-col gap-2 border-t border-line py-3 first:border-t-0 first:pt-0"
              >
                <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 wrap-anywhere">
                  <Link href={`/programmes/${programme.id}`} lang={programme.language}>
                    {programme.title}
                  </Link>
                  <ConsentState
                    status={programme.status}
                    reason={programme.reason}
                    answerBy={programme.answerBy}
                  />
                </p>
                <AskedWindow
                  asked={programme.asked}
                  precision={precision}
                  link={{ programmeId: programme.id, needId, version: programme.version }}
                  abilities={programme.abilities}
                />
                <ConsentActions
                  link={{ programmeId: programme.id, needId, version: programme.version }}
                  abilities={programme.abilities}
                />
              </li>
            ))}
          </ul>
        </FeatureMessages>
      )}
    </Section>
  );
}
