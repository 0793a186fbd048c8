import { getTranslations } from "next-intl/server";
import { PresenceChoice } from "@/components/collaboration/presence-choice";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { MailForm } from "@/components/notifications/mail-form";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { listSessions, Me } from "@/server/accounts/queries";
import type { MailSettings } from "@/server/notifications/input";
import { EraseForm } from "./erase-form";
import { ProfileForm } from "./profile-form";
import { Sessions } from "./sessions";

type Props = {
  me: Me;
  mail: MailSettings;
  isShown: boolean;
  sessions: Awaited<ReturnType<typeof listSessions>>;
};

/** What is kept about the reader, and what they can do with it. */
export async function Profile({ me, mail, isShown, sessions }: Props) {
  const [t, roles, mails, present] = await Promise.all([
    getTranslations("accounts"),
    getTranslations("organisations"),
    getTranslations("mail"),
    getTranslations("collaboration.present.settings"),
  ]);
  return (
    <Page>
      <PageHeader title={t("profile.title")} finding={me.email ?? undefined} />
      <FeatureMessages namespaces={["accounts", "mail", "collaboration.present"]}>
        <Section title={t("profile.you")} id="you">
          <ProfileForm name={me.name} language={me.language} />
        </Section>
        <Section title={mails("settings.title")} id="mail">
          <p className="max-w-measure text-muted">
            {mails(me.email ? "settings.help" : "settings.noAddress")}
          </p>
          {me.email && (
            <>
              <p role="status" className="font-bold">
                {mails(`settings.now.${mail.frequency}`, {
                  hour: `${String(mail.hour).padStart(2, "0")}:00`,
                })}
              </p>
              <MailForm settings={mail} />
            </>
          )}
        </Section>
        <Section title={present("title")} id="presence">
          <p className="max-w-measure text-muted">{present("help")}</p>
          <PresenceChoice isShown={isShown} />
        </Section>
        <Section title={t("profile.organisations")} id="organisations">
          {me.organisations.length === 0 && <p className="text-muted">{t("profile.noOrganisation")}</p>}
          <ul className="flex flex-col">
            {me.organisations.map((organisation) => (
              <li key={organisation.id} className="flex flex-col gap-1 border-t border-line py-3">
                <p className="flex flex-wrap gap-x-3 wrap-anywhere">
                  <Link href={`/organisations/${organisation.id}`}>{organisation.name}</Link>
                  {organisation.id === me.actingFor?.id && (
                    <Badge tone="current">{t("profile.actingFor")}</Badge>
                  )}
                  {!organisation.isVerified && <Badge>{roles("state.unverified")}</Badge>}
                </p>
                <p className="text-sm text-muted">
                  {organisation.roles.map((role) => roles(`role.${role}`)).join(", ")}
                </p>
              </li>
            ))}
          </ul>
          <p>
            <LinkButton href="/organisations/new">{roles("register")}</LinkButton>
          </p>
        </Section>
        <Section title={t("profile.sessions")} id="sessions">
          <p className="text-muted">{t("profile.sessionsHelp")}</p>
          <Sessions sessions={sessions} />
        </Section>
        <Section title={t("profile.export")} id="export">
          <p className="max-w-measure">{t("profile.exportHelp")}</p>
          <p>
            <a className="text-link" href="/api/profile-export" download>
              {t("profile.exportDo")}
            </a>
          </p>
        </Section>
        <Section title={t("profile.erase")} id="erase">
          <p className="max-w-measure">{t("profile.eraseHelp")}</p>
          <EraseForm confirmation={me.email ?? me.name} />
        </Section>
      </FeatureMessages>
    </Page>
  );
}
