import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { WrittenText } from "@/components/layout/written-text";
import { Badge } from "@/components/ui/badge";
import { formatMoney, type Locale } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { Application } from "@/server/funding/queries/applications";
import { AssessForm, RefusedSign, SignForm } from "./judge-forms";
import { validSignatures } from "./valid-signatures";

/** The officer's advice; before there is one, the form for who gives it. */
export async function Assessment({ application }: { application: Application }) {
  const t = await getTranslations("funding");
  const { id, version, status, advice, assessment, officer, abilities } = application;
  if (status === "submitted")
    return (
      <Section title={t("assess.title")} id="assess">
        {abilities.assess.can ? (
          <AssessForm step={{ id, version }} />
        ) : (
          <p className="text-muted">{t("assess.waiting")}</p>
        )}
      </Section>
    );
  if (!advice || !assessment) return null;
  return (
    <Section title={t("assess.title")} id="assess">
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone={advice === "award" ? "positive" : "negative"}>{t(`advice.${advice}`)}</Badge>
        {officer && <span className="text-sm text-muted">{t("assess.by", { officer })}</span>}
      </p>
      <WrittenText text={assessment} language={application.language} />
    </Section>
  );
}

/** Where an approver signs, or reads why not; where approvers differ, that it stays open. */
export async function SigningPart({ application }: { application: Application }) {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  const { id, version, amountCents, mandateCents, abilities } = application;
  const verdicts = new Set(validSignatures(application).map(({ verdict }) => verdict));
  const money = (cents: number) => formatMoney(cents, locale, "exact");
  return (
    <Section title={t("sign.title")} id="sign">
      <p className="max-w-measure">{t("sign.help")}</p>
      {verdicts.size > 1 && <Notice kind="attention">{t("sign.differ")}</Notice>}
      {mandateCents !== null && (
        <p className="text-muted">
          {t("sign.mandate", { limit: money(mandateCents), amount: money(amountCents ?? 0) })}
        </p>
      )}
      {abilities.sign.can ? <SignForm step={{ id, version }} /> : <RefusedSign ability={abilities.sign} />}
    </Section>
  );
}
