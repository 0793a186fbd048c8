import { getTranslations } from "next-intl/server";
import { Link } from "@/server/i18n/navigation";

export default async function NotFound() {
  const t = await getTranslations("home");
  return (
    <div className="mx-auto max-w-prose py-16">
      <h1 className="text-2xl font-semibold">{t("notFound.title")}</h1>
      <p className="mt-4">{t("notFound.text")}</p>
      <p className="mt-4">
        <Link href="/">{t("notFound.home")}</Link>
      </p>
    </div>
  );
}
