import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { Disclosure } from "@/components/ui/disclosure";
import { Facts } from "@/components/ui/facts";
import { formatDate } from "@/components/ui/format";

/** That it was received, when, and exactly what: for the respondent to keep. */
export async function Receipt({ submittedAt, hash }: { submittedAt: Date | null; hash: string | null }) {
  const [t, locale] = [await getTranslations("responses"), (await getLocale()) as "nl" | "en"];
  if (!submittedAt || !hash) return null;
  return (
    <Section title={t("receipt.title")} id="receipt">
      <Facts
        facts={[
          {
            term: t("receipt.moment"),
            value: (
              <time dateTime={submittedAt.toISOString()}>
                {formatDate(submittedAt, locale, { weekday: true, time: true })}
              </time>
            ),
          },
          { term: t("receipt.hash"), value: <code className="break-all text-sm">{hash}</code> },
        ]}
      />
      <Disclosure summary={t("receipt.how")}>
        <p>{t("receipt.formula")}</p>
        <p>{t("receipt.exact", { moment: submittedAt.toISOString() })}</p>
      </Disclosure>
    </Section>
  );
}
