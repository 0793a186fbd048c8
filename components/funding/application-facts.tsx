import { getLocale, getTranslations } from "next-intl/server";
import { Facts } from "@/components/ui/facts";
import { formatDate, formatMoney, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Application } from "@/server/funding/queries/applications";
import { multiplierText } from "./multiplier";

/** What is asked of whom, with what it brings along. */
export async function ApplicationFacts({ application }: { application: Application }) {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  const { amountCents, cofundingCents, multiplier, fund, applicant, purpose } = application;
  const exact = (cents: number) => formatMoney(cents, locale, "exact");
  return (
    <Facts
      facts={[
        {
          term: t("field.amountCents"),
          value: amountCents === null ? t("application.noAmount") : exact(amountCents),
        },
        { term: t("field.cofundingCents"), value: exact(cofundingCents) },
        {
          term: t("multiplier.label"),
          value:
            multiplier === null
              ? null
              : t("multiplier.text", { multiplier: multiplierText(multiplier, locale) }),
        },
        { term: t("field.fundId"), value: <Link href={`/funding/${fund.id}`}>{fund.name}</Link> },
        { term: t("fund.left"), value: exact(fund.leftCents) },
        {
          term: t("applications.applicant"),
          value: <Link href={`/organisations/${applicant.id}`}>{applicant.name}</Link>,
        },
        { term: t(`purpose.${purpose.kind}`), value: purpose.id && <PurposeLink purpose={purpose} /> },
        {
          term: t("applications.submittedOn"),
          value: application.submittedAt && formatDate(application.submittedAt, locale, { time: true }),
        },
        { term: t("decision.version"), value: application.version },
      ]}
    />
  );
}

function PurposeLink({ purpose }: { purpose: Application["purpose"] }) {
  const folder = purpose.kind === "selection" ? "/decisions" : "/interventions";
  return (
    <Link href={`${folder}/${purpose.id}`} lang={purpose.language ?? undefined}>
      {purpose.title}
    </Link>
  );
}
