import { getLocale, getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { Application } from "@/server/funding/queries/applications";
import type { listPurposes, Purpose } from "@/server/funding/queries/purposes";
import { ApplicationForm } from "./application-form";

type Purposes = Awaited<ReturnType<typeof listPurposes>>;
const answer = { how: "", forWhom: "", measuredBy: "" };

/** What the money is for, when that is not yet chosen; then the form. */
export async function NewApplication({
  purposes,
  funds,
  mayApply,
  isChosen,
  fundId,
}: Purposes & { isChosen: boolean; fundId: string | null }) {
  const t = await getTranslations("funding");
  const [purpose] = purposes;
  return (
    <Page>
      <PageHeader
        title={t("application.newTitle")}
        finding={
          isChosen && purpose ? (
            <>
              {t(`purpose.${purpose.kind}`)}: <span lang={purpose.language}>{purpose.title}</span>
            </>
          ) : (
            t("application.newFinding")
          )
        }
      />
      {!mayApply ? (
        <EmptyState title={t("errors.onlyApplicants")} />
      ) : !purpose ? (
        <EmptyState title={t("purpose.none")}>{t("purpose.noneHelp")}</EmptyState>
      ) : funds.length === 0 ? (
        <EmptyState title={t("application.noFund")}>{t("fund.noneHelp")}</EmptyState>
      ) : isChosen ? (
        <NewForm purpose={purpose} funds={funds} fundId={fundId} />
      ) : (
        <PurposeList purposes={purposes} fundId={fundId} />
      )}
    </Page>
  );
}

async function PurposeList({ purposes, fundId }: { purposes: Purpose[]; fundId: string | null }) {
  const t = await getTranslations("funding");
  const hrefOf = ({ kind, id }: Purpose) => {
    const query = new URLSearchParams({
      [kind === "selection" ? "decision" : "intervention"]: id,
      ...(fundId && { fund: fundId }),
    });
    return `/applications/new?${query}`;
  };
  return (
    <ul className="flex flex-col" aria-label={t("purpose.choose")}>
      {purposes.map((purpose) => (
        <li key={purpose.id} className="flex flex-col gap-1 border-t border-line py-3">
          <Link href={hrefOf(purpose)} lang={purpose.language}>
            {purpose.title}
          </Link>
          <span className="text-sm text-muted">{t(`purpose.${purpose.kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}

async function NewForm({
  purpose,
  funds,
  fundId,
}: {
  purpose: Purpose;
  funds: Purposes["funds"];
  fundId: string | null;
}) {
  const locale = (await getLocale()) as "nl" | "en";
  const fund = funds.find(({ id }) => id === fundId) ?? funds[0]!;
  const isSelection = purpose.kind === "selection";
  return (
    <FeatureMessages namespaces={["funding"]}>
      <ApplicationForm
        purposeName={purpose.id}
        funds={funds}
        initial={{
          fundId: fund.id,
          decisionId: isSelection ? purpose.id : null,
          interventionId: isSelection ? null : purpose.id,
          title: purpose.title,
          description: "",
          language: locale,
          amountCents: null,
          cofundingCents: 0,
          missionTest: { safe: answer, better: answer, just: answer },
          parties: purpose.parties,
        }}
      />
    </FeatureMessages>
  );
}

/** The same form with what is there now; says that a change voids what was signed. */
export async function EditApplication({ application }: { application: Application }) {
  const t = await getTranslations("funding");
  const { id, version, title, description, language, amountCents, cofundingCents, parties, fund } =
    application;
  return (
    <Page>
      <PageHeader
        kind={<Link href={`/applications/${id}`}>{t("application.back")}</Link>}
        title={t("application.editTitle")}
        finding={<span lang={language}>{title}</span>}
      />
      {application.status === "assessed" && <Notice kind="attention">{t("application.changeVoids")}</Notice>}
      {application.abilities.change.can ? (
        <FeatureMessages namespaces={["funding"]}>
          <ApplicationForm
            purposeName={id}
            funds={[fund]}
            initial={{
              ...{ id, version, title, description, language, amountCents, cofundingCents, parties },
              missionTest: { safe: answer, better: answer, just: answer, ...application.missionTest },
            }}
          />
        </FeatureMessages>
      ) : (
        <EmptyState title={t("application.editRefused")}>
          <Link href={`/applications/${id}`}>{t("application.back")}</Link>
        </EmptyState>
      )}
    </Page>
  );
}
