import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { createTranslator } from "next-intl";
import { issueSentence, type Translate } from "@/components/forms/failure";
import { connect, type Database } from "@/db/client";
import { LANGUAGES, type Language } from "@/db/enums";
import { persons } from "@/db/schema/accounts";
import { memberships, organisations } from "@/db/schema/organisations";
import { env } from "@/env";
import type { Context } from "@/server/core/context";
import { DomainError } from "@/server/core/errors";
import { checkImport } from "@/server/imports/commands/check";
import { runImport } from "@/server/imports/commands/run";
import { uploadImport } from "@/server/imports/commands/upload";
import { LARGEST_FILE } from "@/server/imports/input";
import { getImport, listWrongRows } from "@/server/imports/queries";
import { readMessages } from "./check-messages";
import { enterDatabase } from "./postgres/embedded.mjs";

/** `npm run import -- FILE --as ORGANISATION [--dry-run]`: the same check and the same run as on the page `/needs/import`. */
const USAGE = `npm run import -- FILE --as ORGANISATION [options]
  --as ORGANISATION   its name, short name or id; the import is on behalf of its first buyer
  --dry-run           only says what would happen
  --publish           publishes what is complete; the rest stays a draft
  --without-wrong     leaves out the rows with a mistake; otherwise nothing is imported while there are any
  --reason TEXT       why windows of published needs move
  --language nl|en    of texts where the file does not say it, and of what is said here (nl)`;

const MOST_SHOWN = 50;
const project = resolve(import.meta.dirname, "..");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    publish: { type: "boolean", default: false },
    "without-wrong": { type: "boolean", default: false },
    reason: { type: "string", default: "" },
    language: { type: "string", default: "nl" },
  },
});
const language = LANGUAGES.find((one) => one === values.language);
const [path] = positionals;
if (!path || !values.as || !language) {
  console.error(USAGE);
  process.exit(2);
}
process.exitCode = await main(path, values.as, language);
process.exit();

/** 0: done, 1: rows are wrong or the file was refused, 2: it could not begin. */
async function main(path: string, organisation: string, language: Language): Promise<number> {
  const t = createTranslator({
    locale: language,
    messages: readMessages(project, language) as never,
  }) as unknown as Translate;
  const { url, leave } = env.DATABASE_URL
    ? { url: env.DATABASE_URL, leave: async () => {} }
    : await enterDatabase({ dataDirectory: resolve(project, env.BUNDEL_DATA), projectDirectory: project });
  try {
    return await importFile(await contextFor(connect(url, { max: 3 }), organisation), path, language, t);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(issueSentence({ key: error.key, params: error.details.params }, t));
    return 1;
  } finally {
    await leave();
  }
}

async function importFile(ctx: Context, path: string, language: Language, t: Translate): Promise<number> {
  if ((await stat(path)).size > LARGEST_FILE)
    throw new DomainError("rule", "imports.tooLarge", { params: { most: LARGEST_FILE / 1_000_000 } });
  const uploaded = await uploadImport(ctx, { path, name: basename(path), language });
  const check = await checkImport(ctx, uploaded);
  await check.done;
  const checked = await getImport(ctx, uploaded);
  const { newRows, changedRows, unchangedRows, likelyRows, wrongRows } = checked;
  console.log(t("imports.command.checked", { newRows, changedRows, unchangedRows, likelyRows, wrongRows }));
  if (wrongRows > 0) await tellWrong(ctx, uploaded.id, t);
  if (values["dry-run"] || newRows + changedRows === 0) return wrongRows > 0 ? 1 : 0;
  const run = await runImport(ctx, {
    id: uploaded.id,
    version: checked.version,
    publish: values.publish,
    withoutWrong: values["without-wrong"],
    slipReason: values.reason,
  });
  await run.done;
  const { status, failure } = await getImport(ctx, uploaded);
  if (status !== "done") throw new DomainError("rule", failure ?? "unexpected");
  console.log(t("imports.command.done", { count: newRows + changedRows }));
  return 0;
}

async function tellWrong(ctx: Context, id: string, t: Translate): Promise<void> {
  const { rows } = await listWrongRows(ctx, { id });
  for (const { line, issues } of rows.slice(0, MOST_SHOWN))
    for (const issue of issues)
      console.error(`${line} ${t(`imports.column.${issue.field}`)}: ${issueSentence(issue, t)}`);
  if (rows.length > MOST_SHOWN) console.error(t("imports.command.more", { count: rows.length - MOST_SHOWN }));
}

/** Acts as the organisation's first buyer. @throws when there is no such organisation or it has no buyer */
async function contextFor(db: Database, name: string): Promise<Context> {
  const [row] = await db
    .select({ personId: persons.id, organisation: organisations, roles: memberships.roles })
    .from(organisations)
    .innerJoin(memberships, eq(memberships.organisationId, organisations.id))
    .innerJoin(persons, and(eq(persons.id, memberships.personId), isNull(persons.erasedAt)))
    .where(
      and(
        or(
          eq(organisations.name, name),
          eq(organisations.slug, name),
          sql`${organisations.id}::text = ${name}`,
        ),
        sql`'buyer' = any(${memberships.roles})`,
      ),
    )
    .orderBy(asc(persons.id))
    .limit(1);
  if (!row) throw new DomainError("rule", "imports.noSuchBuyer", { params: { organisation: name } });
  const { id, kind, verifiedAt } = row.organisation;
  const organisation = {
    id,
    name: row.organisation.name,
    kind,
    isVerified: verifiedAt !== null,
    roles: row.roles,
  };
  const actor = {
    kind: "person" as const,
    personId: row.personId,
    sessionId: null,
    isAdministrator: false,
    organisation,
  };
  return { db, actor, now: new Date() };
}
