import { useTranslations } from "next-intl";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { Link } from "@/components/ui/link";
import { toLocalInput } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { RoundForm } from "./round-form";

/** A new round starts from the newest published ratings. */
export function NewRound({ mayCreate }: { mayCreate: boolean }) {
  const t = useTranslations("ecosystem");
  return (
    <Page>
      <PageHeader
        kind={<Link href="/ecosystem/rounds">{t("rounds.title")}</Link>}
        title={t("rounds.create")}
        finding={t("rounds.createHelp")}
      />
      {mayCreate ? (
        <FeatureMessages namespaces={["ecosystem"]}>
          <RoundForm today={toLocalInput(new Date()).slice(0, 10)} />
        </FeatureMessages>
      ) : (
        <Notice kind="attention">{t("errors.onlyAnalyst")}</Notice>
      )}
    </Page>
  );
}
