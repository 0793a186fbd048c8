import type { InterventionState } from "@/db/enums";
import { defineLifecycle } from "../core/lifecycle";

export type InterventionAction = "change" | "start" | "complete" | "stop";

export const interventionLifecycle = defineLifecycle<InterventionState, InterventionAction>({
  subject: "intervention",
  initial: "planned",
  transitions: {
    planned: { change: "planned", start: "running", stop: "stopped" },
    running: { change: "running", complete: "completed", stop: "stopped" },
    completed: {},
    stopped: {},
  },
});
