import type { ReactNode } from "react";
import { Cell, HeadCell, RowHead, Table } from "./table";

export type DiffRow = { key: string; field: ReactNode; before: ReactNode; after: ReactNode };
export type DiffProps = {
  caption: ReactNode;
  captionHidden?: boolean;
  words: { field: string; before: string; after: string };
  rows: readonly DiffRow[];
};

/** What changed, field by field. */
export function Diff({ caption, captionHidden, words, rows }: DiffProps) {
  return (
    <Table caption={caption} captionHidden={captionHidden}>
      <thead>
        <tr>
          <HeadCell>{words.field}</HeadCell>
          <HeadCell>{words.before}</HeadCell>
          <HeadCell>{words.after}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, field, before, after }) => (
          <tr key={key}>
            <RowHead>{field}</RowHead>
            <Cell>{before ? <del className="text-muted">{before}</del> : "–"}</Cell>
            <Cell>{after ? <ins className="font-bold no-underline">{after}</ins> : "–"}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
