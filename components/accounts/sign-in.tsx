import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
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
    <div className="flex max-w-measure flex-col gap-8">
      <header className="flex flex-col gap-2">
        <h1>{t("signIn.title")}</h1>
        <p className="text-muted">{t("signIn.why")}</p>
      </header>
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
    </div>
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
    <section className="flex flex-col gap-3">
      <h2>{props.title}</h2>
      {props.help && <p className="text-muted">{props.help}</p>}
      <form method="post" action={props.action} className="flex flex-col items-start gap-4">
        {props.children}
      </form>
    </section>
  );
}
