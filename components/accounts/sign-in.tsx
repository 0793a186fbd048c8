import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { SignInPage } from "@/server/auth/sign-in-page";

const KNOWN_ERRORS = ["EmailSignin", "Verification", "AccessDenied", "CredentialsSignin", "Configuration"];

/** All ways to sign in, as plain forms: they work without JavaScript. */
export async function SignIn({ csrfToken, to, error, sent, ...ways }: SignInPage) {
  const t = await getTranslations("accounts");
  const hidden = (
    <>
      <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
      <input type="hidden" name="callbackUrl" value={to} />
    </>
  );
  return (
    <Page>
      <PageHeader title={t("signIn.title")} finding={t("signIn.why")} />
      {csrfToken === null && <Notice kind="attention">{t("signIn.cookies")}</Notice>}
      {error !== null && (
        <Notice kind="error">{t(`signIn.error.${KNOWN_ERRORS.includes(error) ? error : "other"}`)}</Notice>
      )}
      {sent && <Sent link={ways.link} />}
      <Way title={t("signIn.byMail")} action="/api/auth/signin/email">
        {hidden}
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          label={t("signIn.address")}
          help={t("signIn.addressHelp")}
        />
        <Button type="submit" variant="primary">
          {t("signIn.sendLink")}
        </Button>
      </Way>
      {ways.oidc !== null && (
        <Way title={t("signIn.byAccount")} action="/api/auth/signin/oidc">
          {hidden}
          <Button type="submit">{t("signIn.with", { name: ways.oidc })}</Button>
        </Way>
      )}
      {ways.personas.length > 0 && (
        <Way title={t("signIn.byPersona")} help={t("signIn.personaHelp")} action="/api/auth/callback/persona">
          {hidden}
          <ul className="flex flex-wrap gap-2">
            {ways.personas.map(({ slug, name }) => (
              <li key={slug}>
                <Button type="submit" name="persona" value={slug}>
                  {t.has(`persona.${slug}`) ? t(`persona.${slug}`) : name}
                </Button>
              </li>
            ))}
          </ul>
        </Way>
      )}
    </Page>
  );
}

async function Sent({ link }: { link: string | null }) {
  const t = await getTranslations("accounts");
  if (link === null)
    return (
      <Notice kind="success" title={t("signIn.sent")}>
        {t("signIn.sentHelp")}
      </Notice>
    );
  return (
    <Notice kind="success" title={t("signIn.sentDemo")}>
      <p>{t("signIn.sentDemoHelp")}</p>
      <p>
        <a className="text-link" href={link}>
          {t("signIn.useLink")}
        </a>
      </p>
    </Notice>
  );
}

function Way(props: { title: string; help?: string; action: string; children: ReactNode }) {
  return (
    <Section title={props.title}>
      {props.help && <p className="max-w-measure text-muted">{props.help}</p>}
      <form method="post" action={props.action} className="flex flex-col items-start gap-4">
        {props.children}
      </form>
    </Section>
  );
}
