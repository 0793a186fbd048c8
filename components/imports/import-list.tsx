import { getLocale, getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { ImportList as List } from "@/server/imports/queries";
import { TONES } from "./import-view";
import { Steps } from "./steps";
import { UploadForm } from "./upload-form";

/** Where a file with needs comes in, and what came of earlier ones. */
export async function ImportList({ list }: { list: List }) {
  const [t, n] = await Promise.all([getTranslations("imports"), getTranslations("needs")]);
  const locale = (await getLocale()) as Locale;
  return (
    <Page>
      <PageHeader title={t("title")} finding={t("finding")} />
      {list.mayUpload ? (
        <>
          <Live topics={[`imports:${list.organisationId}`]} />
          <Steps status={null} />
          <FeatureMessages namespaces={["imports"]}>
            <UploadForm />
          </FeatureMessages>
        </>
      ) : (
        <EmptyState title={t("notBuyer")} action={<Link href="/roadmap">{t("back")}</Link>}>
          {n("form.notBuyerHelp")}
        </EmptyState>
      )}
      {list.imports.length > 0 && (
        <Section title={t("list.title")}>
          <Table caption={t("list.title")} captionHidden>
            <thead>
              <tr>
                <HeadCell>{t("list.file")}</HeadCell>
                <HeadCell>{t("list.when")}</HeadCell>
                <HeadCell>{t("list.state")}</HeadCell>
                <HeadCell numeric>{t("list.result")}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {list.imports.map((file) => (
                <tr key={file.id}>
                  <RowHead className="wrap-anywhere">
                    <Link href={`/needs/import/${file.id}`}>{file.fileName}</Link>
                  </RowHead>
                  <Cell>{formatDate(file.createdAt, locale, { time: true })}</Cell>
                  <Cell>
                    <Badge tone={TONES[file.status]}>{t(`state.${file.status}`)}</Badge>
                  </Cell>
                  <Cell numeric>{file.newRows + file.changedRows}</Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
      )}
    </Page>
  );
}
