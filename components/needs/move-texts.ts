/** What of the texts of needs a form says that moves a window. */
export const MOVE_TEXTS = [
  "needs.do.move",
  "needs.do.moveHelp",
  "needs.field.windowStart",
  "needs.field.windowEnd",
  "needs.field.reason",
  "needs.help.slipReason",
  "needs.missing.slipReason",
  "needs.errors",
];
