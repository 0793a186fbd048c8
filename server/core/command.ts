import type { Actor } from "./actor";
import { conflict, DomainError, wrongState } from "./errors";
import { type Lifecycle, type Missing, next } from "./lifecycle";
import type { Policy } from "./policy";

/** Who: refuses with the policy's reason. A visitor is asked to sign in. */
export function authorize<R, A extends string>(actor: Actor, policy: Policy<R, A>, action: A, row: R): void {
  const rule = policy.rules[action];
  if (rule.allows(actor, row)) return;
  if (actor.kind === "visitor") throw new DomainError("unauthenticated", "signIn");
  throw new DomainError("forbidden", rule.denied);
}

/** When: the state that the action leads to, or a refusal. */
export function transition<S extends string, A extends string>(
  lifecycle: Lifecycle<S, A>,
  state: S,
  action: A,
): S {
  const state2 = next(lifecycle, state, action);
  if (state2 === null) throw wrongState(state);
  return state2;
}

/** Complete enough: refuses with the list of what is missing. */
export function refuseIncomplete(missing: Missing[]): void {
  if (missing.length > 0) throw new DomainError("incomplete", "incomplete", { issues: missing });
}

/** Two people at once: refuses a write that was made on a version that is no longer the newest. */
export function refuseStale(row: { version: number }, seen: number): void {
  if (row.version !== seen) throw conflict(row);
}
