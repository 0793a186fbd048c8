import { getLocale, getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Section } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoney, formatNumber, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Programme } from "@/server/programmes/queries/programme";
import { PledgeForm } from "./pledge-form";
import { WithdrawPledge } from "./programme-steps";

/** What companies, educators, researchers and financiers will bring, and the form to add to it. */
export async function Pledges({ programme, isSignedIn }: { programme: Programme; isSignedIn: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("programmes"), getLocale() as Promise<Locale>]);
  const { id, pledges, abilities } = programme;
  const amountOf = ({ amountCents, quantity, unit }: Programme["pledges"][number]) =>
    [
      amountCents !== null && formatMoney(amountCents, locale),
      quantity !== null && `${formatNumber(quantity, locale)} ${unit ?? ""}`.trim(),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Section title={t("pledges.title")} id="pledges">
      {pledges.length === 0 && <p className="text-muted">{t("pledges.none")}</p>}
      <FeatureMessages namespaces={["programmes"]}>
        <ul className="flex flex-col">
          {pledges.map((pledge) => (
            <li
              key={pledge.id}
              className="flex flex-col gap-1.5 border-t border-line py-3 first:border-t-0 first:pt-0"
            >
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 wrap-anywhere">
                <span className="font-bold" lang={pledge.language}>
                  {pledge.title}
                </span>
                <Badge>{t(`pledgeKind.${pledge.kind}`)}</Badge>
              </p>
              <p className="flex flex-wrap gap-x-4 text-sm text-muted">
                <Link href={`/organisations/${pledge.organisation.id}`}>{pledge.organisation.name}</Link>
                <span>
                  {pledge.yearFrom === pledge.yearTo
                    ? pledge.yearFrom
                    : `${pledge.yearFrom} – ${pledge.yearTo}`}
                </span>
                <span className="tabular-nums">{amountOf(pledge)}</span>
                {pledge.organisation.isDemonstration && <span>{t("demonstration")}</span>}
              </p>
              {pledge.topics.length > 0 && (
                <p lang={pledge.language} className="max-w-measure text-sm">
                  {t(`topics.says.${pledge.kind}`, { topics: pledge.topics.join("; ") })}
                </p>
              )}
              {pledge.description && (
                <p lang={pledge.language} className="max-w-measure whitespace-pre-line">
                  {pledge.description}
                </p>
              )}
              {pledge.abilities.change.can && (
                <>
                  <Disclosure summary={t("do.changePledge")}>
                    <PledgeForm
                      key={pledge.version}
                      programmeId={id}
                      pledge={{
                        id: pledge.id,
                        version: pledge.version,
                        kind: pledge.kind,
                        title: pledge.title,
                        description: pledge.description,
                        language: pledge.language,
                        amountCents: pledge.amountCents,
                        quantity: pledge.quantity,
                        unit: pledge.unit,
                        topics: pledge.topics,
                        yearFrom: pledge.yearFrom,
                        yearTo: pledge.yearTo,
                      }}
                    />
                  </Disclosure>
                  <WithdrawPledge id={pledge.id} version={pledge.version} />
                </>
              )}
            </li>
          ))}
        </ul>
        {abilities.pledge.can ? (
          <Disclosure summary={t("do.pledge")}>
            <PledgeForm key={pledges.length} programmeId={id} />
          </Disclosure>
        ) : (
          programme.status === "published" && (
            <p className="text-sm text-muted">
              {t("pledges.who")} {!isSignedIn && <Link href="/sign-in">{t("pledges.signIn")}</Link>}
            </p>
          )
        )}
      </FeatureMessages>
    </Section>
  );
}
