import type { ImportState } from "@/db/enums";
import { defineLifecycle } from "../core/lifecycle";

export type ImportAction = "check" | "checked" | "run" | "ran" | "fail" | "undo" | "undid";

export const importLifecycle = defineLifecycle<ImportState, ImportAction>({
  subject: "import",
  initial: "uploaded",
  transitions: {
    uploaded: { check: "checking" },
    checking: { checked: "checked", fail: "uploaded" },
    checked: { check: "checking", run: "running" },
    running: { ran: "done", fail: "checked" },
    done: { undo: "undoing" },
    undoing: { undid: "undone", fail: "done" },
    undone: {},
  },
});

/** States in which rows are being worked through. */
export const AT_WORK: readonly ImportState[] = ["checking", "running", "undoing"];
