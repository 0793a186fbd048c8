import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { listOwnInvitations } from "@/server/organisations/queries";
import { AcceptButton } from "./accept-button";

type Props = {
  token: string | null;
  address: string | null;
  invitations: Awaited<ReturnType<typeof listOwnInvitations>>;
};

/** The invitations to the reader's own address, or the one that the link in a mail is for. */
export async function Invitations({ token, address, invitations }: Props) {
  const t = await getTranslations("organisations");
  return (
    <Page>
      <PageHeader
        title={t("invitation.title")}
        finding={address ? t("invitation.finding", { count: invitations.length, address }) : undefined}
      />
      <FeatureMessages namespaces={["organisations"]}>
        {invitations.length === 0 && token === null && (
          <EmptyState title={t("invitation.none")}>{t("invitation.noneHelp")}</EmptyState>
        )}
        {invitations.length === 0 && token !== null && (
          <div className="flex flex-col items-start gap-3">
            <p className="max-w-measure">{t("invitation.byLink")}</p>
            <AcceptButton by={{ token }} />
          </div>
        )}
        <ul className="flex flex-col">
          {invitations.map(({ id, organisation, roles, isDemonstration }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3"
            >
              <div>
                <p className="flex flex-wrap gap-2 font-bold">
                  {organisation}
                  {isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
                </p>
                <p className="text-sm text-muted">{roles.map((role) => t(`role.${role}`)).join(", ")}</p>
              </div>
              <AcceptButton by={{ invitationId: id }} />
            </li>
          ))}
        </ul>
      </FeatureMessages>
    </Page>
  );
}
