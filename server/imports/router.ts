import { personProcedure, router } from "../trpc/init";
import { checkImport } from "./commands/check";
import { runImport } from "./commands/run";
import { undoImport } from "./commands/undo";
import type { Started } from "./commands/work";
import { checkImportInput, importIdInput, importRowsInput, runImportInput, undoImportInput } from "./input";
import { getImport, listImportRows, listImports, listWrongRows } from "./queries";

/** The answer does not wait for the work; the page hears how far it is. */
const begun = ({ id, version }: Started) => ({ id, version });

export const importsRouter = router({
  list: personProcedure.query(({ ctx }) => listImports(ctx)),
  byId: personProcedure.input(importIdInput).query(({ ctx, input }) => getImport(ctx, input)),
  rows: personProcedure.input(importRowsInput).query(({ ctx, input }) => listImportRows(ctx, input)),
  wrongRows: personProcedure.input(importIdInput).query(({ ctx, input }) => listWrongRows(ctx, input)),
  check: personProcedure
    .input(checkImportInput)
    .mutation(async ({ ctx, input }) => begun(await checkImport(ctx, input))),
  run: personProcedure
    .input(runImportInput)
    .mutation(async ({ ctx, input }) => begun(await runImport(ctx, input))),
  undo: personProcedure
    .input(undoImportInput)
    .mutation(async ({ ctx, input }) => begun(await undoImport(ctx, input))),
});
