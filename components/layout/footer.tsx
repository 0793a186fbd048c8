import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { KeysButton } from "./keys/keys";

/** Where the rest is: accessibility, open data, the words, the licence. */
export function Footer({ demo }: { demo: boolean }) {
  const t = useTranslations("layout");
  return (
    <footer className="no-print mt-auto border-t border-line bg-panel">
      <div className="mx-auto flex max-w-page flex-wrap gap-x-8 gap-y-3 px-4 py-6 text-sm sm:px-8">
        {demo && <p className="w-full text-muted">{t("demo")}</p>}
        <Link href="/region">{t("region")}</Link>
        <Link href="/decisions">{t("decisions")}</Link>
        <Link href="/activity">{t("activity")}</Link>
        <Link href="/glossary">{t("glossary")}</Link>
        <Link href="/open-data">{t("openData")}</Link>
        <Link href="/toegankelijkheid">{t("accessibility")}</Link>
        <KeysButton />
        <span className="text-muted">{t("licence")}</span>
      </div>
    </footer>
  );
}
