import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ImportState } from "@/db/enums";
import type { ImportRowShown, ImportShown } from "@/server/imports/queries";
import { ColumnsForm } from "./columns-form";
import { Failure } from "./failure";
import { ChangedRows, KeptRows, LikelyRows, WrongRows } from "./row-tables";
import { RunForm, UndoForm } from "./run-form";
import { Steps } from "./steps";

export const TONES: Record<ImportState, BadgeTone> = {
  uploaded: "neutral",
  checking: "current",
  checked: "attention",
  running: "current",
  done: "positive",
  undoing: "current",
  undone: "closed",
};

type Rows = Record<"wrong" | "changed" | "likely" | "kept", ImportRowShown[]>;

/** One file on its way: columns, check, taking in, undoing; each step shows what the last one found. */
export async function ImportView({ file, rows }: { file: ImportShown; rows: Rows }) {
  const t = await getTranslations("imports");
  const { id, version, status } = file;
  const right = file.newRows + file.changedRows;
  const columns = (
    <ColumnsForm
      key={version}
      step={{ id, version }}
      columns={file.columns}
      mapping={file.mapping}
      firstRow={(file.firstRows[0] ?? []).map((cell) => cell.slice(0, 80))}
    />
  );
  return (
    <Page>
      <Live topics={[`imports:${file.buyerId}`]} />
      <PageHeader
        kind={t("title")}
        title={file.fileName}
        state={<Badge tone={TONES[status]}>{t(`state.${status}`)}</Badge>}
        actions={<LinkButton href="/needs/import">{t("list.another")}</LinkButton>}
      />
      <Steps status={status} />
      <Failure file={file} />
      <FeatureMessages namespaces={["imports", "needs"]}>
        {status === "uploaded" && (
          <Section title={t("columns.title")}>
            <p className="max-w-measure text-muted">{t("columns.help")}</p>
            {columns}
          </Section>
        )}
        <Progress file={file} />
        {status === "checked" && (
          <>
            <Result file={file} />
            {file.wrongRows > 0 && <WrongRows id={id} rows={rows.wrong} count={file.wrongRows} />}
            {file.likelyRows > 0 && <LikelyRows rows={rows.likely} count={file.likelyRows} />}
            {file.changedRows > 0 && <ChangedRows rows={rows.changed} count={file.changedRows} />}
            {right > 0 ? (
              <Section title={t("run.title")}>
                <RunForm
                  key={version}
                  step={{ id, version }}
                  rows={{ right, wrong: file.wrongRows, moved: file.movedRows }}
                  mayPublish={file.mayPublish}
                />
              </Section>
            ) : (
              file.wrongRows === 0 && <Notice kind="info">{t("run.nothing")}</Notice>
            )}
            <Disclosure summary={t("columns.again")}>{columns}</Disclosure>
          </>
        )}
        {status === "done" && (
          <>
            <Notice
              kind="success"
              title={t("done.title", { count: right })}
              actions={<Link href="/roadmap">{t("done.see")}</Link>}
            />
            <Result file={file} />
            <Disclosure summary={t("undo.title")}>
              <UndoForm key={version} step={{ id, version }} />
            </Disclosure>
          </>
        )}
        {status === "undone" && (
          <>
            <Notice kind="success" title={t("done.undone")} />
            {file.keptRows > 0 && <KeptRows rows={rows.kept} count={file.keptRows} />}
          </>
        )}
      </FeatureMessages>
    </Page>
  );
}

async function Progress({ file }: { file: ImportShown }) {
  const { status } = file;
  if (status !== "checking" && status !== "running" && status !== "undoing") return null;
  const t = await getTranslations("imports");
  const rows = status === "checking" ? file.rows : file.newRows + file.changedRows;
  return (
    <div role="status" className="flex max-w-measure flex-col gap-2">
      <p className="text-lg">{t(`progress.${status}`, { done: file.doneRows, rows })}</p>
      <progress aria-label={t("progress.label")} className="w-full" max={rows} value={file.doneRows} />
      <p className="text-muted">{t("progress.wait")}</p>
    </div>
  );
}

async function Result({ file }: { file: ImportShown }) {
  const t = await getTranslations("imports");
  const count = (value: number, always = false) => (value > 0 || always ? value : null);
  return (
    <Section title={t("result.title", { count: file.rows })}>
      <Facts
        across
        facts={[
          { term: t("result.new"), value: count(file.newRows, true) },
          { term: t("result.changed"), value: count(file.changedRows, true) },
          { term: t("result.unchanged"), value: count(file.unchangedRows) },
          { term: t("result.wrong"), value: count(file.wrongRows, true) },
          { term: t("result.likely"), value: count(file.likelyRows) },
          { term: t("result.moved"), value: count(file.movedRows) },
        ]}
      />
    </Section>
  );
}
