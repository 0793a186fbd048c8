"use client";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { localPath } from "@/components/ui/local-path";
import { Notice } from "@/components/ui/notice";
import { type Failure, sentenceOf, type Translate } from "./failure";

/** Why it was not saved, what is kept, and what to do: sign in again, or try again. */
export function FailureNotice({ failure, retry }: { failure: Failure; retry: () => void }) {
  const t = useTranslations() as unknown as Translate;
  const locale = useLocale();
  const signedOut = failure.kind === "domain" && failure.domain.code === "unauthenticated";
  const again = signedOut || failure.kind === "offline" || failure.kind === "unexpected";
  return (
    <Notice
      kind="error"
      live
      title={signedOut ? t("forms.signedOut") : undefined}
      actions={
        again && (
          <>
            {signedOut && (
              <a
                className="nl-button nl-button--primary"
                href={localPath("/sign-in", locale)}
                target="_blank"
                rel="noopener"
              >
                {t("forms.signInElsewhere")}
              </a>
            )}
            <Button onClick={retry}>{t("forms.again")}</Button>
          </>
        )
      }
    >
      <p>{signedOut ? t("forms.signedOutHelp") : `${sentenceOf(failure, t)} ${t("forms.kept")}`}</p>
    </Notice>
  );
}
