import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { formatDate, type Locale } from "@/components/ui/format";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Application } from "@/server/funding/queries/applications";

/** Who signed what, when, under which version; a voided signature stays in sight. */
export async function Signatures({ signatures }: { signatures: Application["signatures"] }) {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  return (
    <Section title={t("signatures.title")} id="signatures">
      <Table caption={t("signatures.title")} captionHidden>
        <thead>
          <tr>
            <HeadCell>{t("signatures.who")}</HeadCell>
            <HeadCell>{t("sign.verdict")}</HeadCell>
            <HeadCell>{t("sign.reason")}</HeadCell>
            <HeadCell>{t("signatures.when")}</HeadCell>
            <HeadCell numeric>{t("signatures.version")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {signatures.map((one) => (
            <tr key={one.id}>
              <RowHead>{one.name}</RowHead>
              <Cell>
                <span className="flex flex-wrap gap-2">
                  <Badge tone={one.verdict === "award" ? "positive" : "negative"}>
                    {t(`verdict.${one.verdict}`)}
                  </Badge>
                  {!one.isValid && <Badge tone="closed">{t("signatures.voided")}</Badge>}
                </span>
              </Cell>
              <Cell className="min-w-48">{one.reason}</Cell>
              <Cell>{formatDate(one.signedAt, locale, { time: true, short: true })}</Cell>
              <Cell numeric>{one.applicationVersion}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
