/** An open challenge made from a need; `deadline` as the database writes a moment. */
export type Call = { id: string; deadline: string };

/** When a company can first act on a need, and how. */
export type FirstMoment =
  | { kind: "respond"; challengeId: string; at: string }
  | { kind: "pledge" }
  | { kind: "window"; at: string };

/**
 * The first moment at which a company can act: before the deadline of the first open challenge made from this need;
 * else now, where a programme that can be pledged to holds it; else on the day its window starts.
 */
export function firstMoment(
  need: { calls: readonly Call[]; canPledge: boolean; windowStart: string },
  now: Date,
): FirstMoment {
  const open = need.calls
    .filter(({ deadline }) => new Date(deadline) > now)
    .sort((a, b) => new Date(a.deadline).getTime() - new Date(b.deadline).getTime())[0];
  if (open) return { kind: "respond", challengeId: open.id, at: open.deadline };
  return need.canPledge ? { kind: "pledge" } : { kind: "window", at: need.windowStart };
}
