import { stringify } from "csv-stringify/sync";
import { issueSentence, type Translate } from "@/components/forms/failure";

type Issue = { field: string; key: string; params?: Record<string, string | number> };
type Wrong = { columns: string[]; rows: { line: number; cells: string[]; issues: Issue[] }[] };

/**
 * The wrong rows as they were, with what is wrong in a last column; opens right in a Dutch spreadsheet, and what begins as
 * a formula does not become one there.
 */
export function mendingFile({ columns, rows }: Wrong, t: Translate): string {
  const said = ({ field, ...issue }: Issue) => `${t(`imports.column.${field}`)}: ${issueSentence(issue, t)}`;
  const head = [...columns, t("imports.mend.wrong")];
  const body = rows.map(({ cells, issues }) => [...cells, issues.map(said).join(" | ")]);
  return stringify([head, ...body], {
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
  });
}
