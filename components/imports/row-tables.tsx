import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { issueSentence, type Translate } from "@/components/forms/failure";
import { Section } from "@/components/layout/page";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { ImportRowShown } from "@/server/imports/queries";
import { COLUMNS } from "@/server/ocds/columns";

type Part = { rows: ImportRowShown[]; count: number };

/** What is wrong, row by row and field by field, with the file to mend it in. */
export async function WrongRows({ id, rows, count }: Part & { id: string }) {
  const t = await getTranslations("imports");
  const all = (await getTranslations()) as unknown as Translate;
  const title = t("rows.wrongTitle", { count });
  const language = await getLocale();
  return (
    <Section title={title} id="wrong">
      <p className="max-w-measure text-muted">{t("rows.wrongHelp")}</p>
      <div>
        <LinkButton href={`/api/imports/${id}/to-mend?language=${language}`} icon="file" download>
          {t("rows.download")}
        </LinkButton>
      </div>
      <Table caption={title} captionHidden>
        <thead>
          <tr>
            <HeadCell>{t("rows.line")}</HeadCell>
            <HeadCell>{t("rows.field")}</HeadCell>
            <HeadCell>{t("rows.wrong")}</HeadCell>
            <HeadCell>{t("rows.cell")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ line, issues }) =>
            issues.map((issue) => (
              <tr key={`${line}-${issue.field}-${issue.key}`}>
                <RowHead className="tabular-nums">{line}</RowHead>
                <Cell>{t(`column.${issue.field}`)}</Cell>
                <Cell className="min-w-48">{issueSentence(issue, all)}</Cell>
                <Cell className="wrap-anywhere">
                  {issue.cell.slice(0, 120) || <span className="text-muted">{t("rows.empty")}</span>}
                </Cell>
              </tr>
            )),
          )}
        </tbody>
      </Table>
      <More shown={rows.length} count={count} text={t("rows.first", { count: rows.length })} />
    </Section>
  );
}

/** Rows that change a need, with the fields. */
export async function ChangedRows({ rows, count }: Part) {
  const t = await getTranslations("imports");
  const title = t("rows.changedTitle", { count });
  return (
    <RowTable title={title} head={t("rows.changes")} rows={rows} count={count}>
      {(row) =>
        COLUMNS.filter((column) => row.changed.includes(FIELD[column] ?? column))
          .map((column) => t(`column.${column}`))
          .join(", ")
      }
    </RowTable>
  );
}

/** Rows that may be a need the buyer already has. */
export async function LikelyRows({ rows, count }: Part) {
  const t = await getTranslations("imports");
  return (
    <RowTable
      title={t("rows.likelyTitle", { count })}
      help={t("rows.likelyHelp")}
      head={t("rows.like")}
      rows={rows}
      count={count}
    >
      {({ like }) => like && <Link href={`/needs/${like.id}`}>{like.title}</Link>}
    </RowTable>
  );
}

/** Rows that undoing left alone. */
export async function KeptRows({ rows, count }: Part) {
  const t = await getTranslations("imports");
  return (
    <RowTable
      title={t("rows.keptTitle", { count })}
      help={t("rows.keptHelp")}
      head={t("rows.need")}
      rows={rows}
      count={count}
    >
      {({ need }) => need && <Link href={`/needs/${need.id}`}>{need.title}</Link>}
    </RowTable>
  );
}

async function RowTable({
  title,
  help,
  head,
  rows,
  count,
  children,
}: Part & { title: string; help?: string; head: string; children: (row: ImportRowShown) => ReactNode }) {
  const t = await getTranslations("imports");
  return (
    <Section title={title}>
      {help && <p className="max-w-measure text-muted">{help}</p>}
      <Table caption={title} captionHidden>
        <thead>
          <tr>
            <HeadCell>{t("rows.line")}</HeadCell>
            <HeadCell>{t("column.title")}</HeadCell>
            <HeadCell>{head}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <RowHead className="tabular-nums">{row.line}</RowHead>
              <Cell className="wrap-anywhere">{row.title}</Cell>
              <Cell className="wrap-anywhere">{children(row)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <More shown={rows.length} count={count} text={t("rows.first", { count: rows.length })} />
    </Section>
  );
}

function More({ shown, count, text }: { shown: number; count: number; text: string }) {
  return shown < count ? <p className="text-sm text-muted">{text}</p> : null;
}

/** The field of a need that a column is, where its name is another. */
const FIELD: Record<string, string> = {
  window_start: "windowStart",
  window_end: "windowEnd",
  value_min: "valueMinCents",
  value_max: "valueMaxCents",
};
