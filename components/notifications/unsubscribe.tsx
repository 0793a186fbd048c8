import { getLocale, getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/layout/page";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";

/** The end of the mail, for who holds the token of one; a plain form, as it must work in whatever a link opens. */
export async function Unsubscribe({ token, isDone }: { token: string | null; isDone: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("mail"), getLocale()]);
  return (
    <Page>
      <PageHeader title={t("page.title")} />
      {isDone && <Notice kind="success">{t("page.done")}</Notice>}
      {!isDone && token === null && <Notice kind="attention">{t("page.wrong")}</Notice>}
      {!isDone && token !== null && (
        <form
          method="post"
          action={`/api/unsubscribe?${new URLSearchParams({ language: locale, token })}`}
          className="flex flex-col items-start gap-4"
        >
          <p className="max-w-measure">{t("page.ask")}</p>
          <Button type="submit" variant="primary">
            {t("page.do")}
          </Button>
        </form>
      )}
      <p>
        <Link href="/profile#mail">{t("page.profile")}</Link>
      </p>
    </Page>
  );
}
