"use client";
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { CertaintyMark } from "@/components/ui/certainty-mark";
import type { Locale } from "@/components/ui/format";
import type { GridKeys } from "@/components/ui/grid-keys";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { localPath } from "@/components/ui/local-path";
import { Marked } from "@/components/ui/marked";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { TableColumn } from "@/server/roadmap/input";
import { sureness } from "../../needs/certainty";
import type { Edit, Row, TableWords } from "./rows";

export type Head = {
  column: TableColumn;
  text: string;
  /** Where a press leads: the same needs by this column. */
  href?: string;
  sorted?: "ascending" | "descending";
};

type Props = {
  locale: Locale;
  heads: Head[];
  rows: Row[];
  /** What all needs come to, on this page and the others. */
  foot: Partial<Record<TableColumn, string>>;
  words: TableWords;
};

const Editor = dynamic(() => import("./editor"), { ssr: false });

/** Needs as rows: links and words without JavaScript, a grid for the keyboard with it. */
export function NeedTable({ locale, heads, rows, foot, words }: Props) {
  const around = useRef<HTMLDivElement>(null);
  const keys = useRef<GridKeys | null>(null);
  const [edit, setEdit] = useState<Edit | null>(null);
  const [edited, setEdited] = useState(false);

  useEffect(() => {
    const table = around.current?.querySelector("table");
    if (!table) return;
    let gone = false;
    void import("@/components/ui/grid-keys").then(({ listenToGrid }) => {
      if (!gone) keys.current = listenToGrid(table);
    });
    return () => {
      gone = true;
      keys.current?.stop();
      keys.current = null;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows or columns are other cells
  useEffect(() => keys.current?.arrange(), [rows, heads]);

  const open = (next: Edit) => {
    setEdited(true);
    setEdit(next);
  };
  return (
    <div ref={around}>
      <Table caption={words.caption} captionHidden className="need-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <SortHead key={head.column} {...head} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {heads.map(({ column }) =>
                column === "title" ? (
                  <RowHead key={column}>
                    <a className="text-link" href={localPath(`/needs/${row.id}`, locale)} lang={row.lang}>
                      <Marked text={row.title} segments={row.found?.title} />
                    </a>
                    {row.changed && <strong className="changed-mark">{` ${words.changed}`}</strong>}
                    {row.found?.fragment && (
                      <p className="mt-1 text-sm font-normal wrap-anywhere" lang={row.lang}>
                        <Marked segments={row.found.fragment} />
                      </p>
                    )}
                  </RowHead>
                ) : (
                  <Cell key={column} numeric={column === "value"}>
                    <CellText {...{ column, row, words, locale, open }} />
                  </Cell>
                ),
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            {heads.map(({ column }) =>
              column === "title" ? (
                <RowHead key={column}>{foot.title}</RowHead>
              ) : (
                <Cell key={column} numeric={column === "value"}>
                  {foot[column]}
                </Cell>
              ),
            )}
          </tr>
        </tfoot>
      </Table>
      {edited && <Editor edit={edit} words={words} close={() => setEdit(null)} />}
    </div>
  );
}

function SortHead({ column, text, href, sorted }: Head) {
  return (
    <HeadCell aria-sort={sorted} numeric={column === "value"}>
      {href ? (
        <Link plain replace scroll={false} href={href} className="sort-link">
          {text}
          <span className={sorted === "ascending" ? "sort-up" : undefined}>
            {sorted && <Icon name="down" />}
          </span>
        </Link>
      ) : (
        text
      )}
    </HeadCell>
  );
}

type CellProps = Pick<Props, "words" | "locale"> & {
  column: TableColumn;
  row: Row;
  open: (edit: Edit) => void;
};

function CellText({ column, row, words, locale, open }: CellProps) {
  const { own, texts, atLast } = row;
  if (column === "programme")
    return row.programmes.length === 0 ? (
      <span className="text-muted">{words.none}</span>
    ) : (
      <ul className="flex flex-col gap-1">
        {row.programmes.map(({ id, title, lang }) => (
          <li key={id}>
            <a className="text-link" href={localPath(`/programmes/${id}`, locale)} lang={lang}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    );
  if (column === "certainty") {
    const mark = <CertaintyMark sureness={sureness[row.certainty]} word={words.certainty[row.certainty]} />;
    return own && words.setCertainty ? (
      <EditButton verb={words.setCertainty} press={(from) => open({ what: "certainty", row, own, from })}>
        {mark}
      </EditButton>
    ) : (
      mark
    );
  }
  if (column === "window" && own && words.move)
    return (
      <EditButton verb={words.move} press={(from) => open({ what: "window", row, own, from })}>
        {texts.window}
      </EditButton>
    );
  if (column === "likely" && atLast)
    return (
      <>
        {texts.likely}
        <span className="block text-sm text-muted">{atLast}</span>
      </>
    );
  return texts[column] ?? <span className="text-muted">–</span>;
}

/** What stands in a cell, to press for another. */
function EditButton({
  verb,
  press,
  children,
}: {
  verb: string;
  press: (from: HTMLElement) => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className="cell-edit" onClick={({ currentTarget }) => press(currentTarget)}>
      {children}
      <span className="sr-only">{` (${verb})`}</span>
      <Icon name="pencil" className="no-print" />
    </button>
  );
}
