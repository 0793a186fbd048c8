import type { Actor } from "./actor";
import { type Lifecycle, next } from "./lifecycle";

/**
 * Who may do what to a subject, as sentences; what no sentence allows is denied.
 * `who` says who may, in words (message key `policy.<subject>.<action>.who` is not needed: the sentence is drawn as is);
 * `denied` is the key of the reason that a refused person reads.
 */
export type Rule<R> = { who: string; denied: string; allows: (actor: Actor, row: R) => boolean };
export type Policy<R, A extends string = string> = { subject: string; rules: Readonly<Record<A, Rule<R>>> };

export function definePolicy<R, A extends string>(policy: Policy<R, A>): Policy<R, A> {
  return policy;
}

export function allows<R, A extends string>(policy: Policy<R, A>, actor: Actor, action: A, row: R): boolean {
  return policy.rules[action].allows(actor, row);
}

/** What a button needs to know: may it be pressed and, if not, why not and who can. Keys, never prose. */
export type Ability = { can: true } | { can: false; why: string; by: "policy" | "lifecycle" };
export type Abilities<A extends string> = Record<A, Ability>;

/**
 * Policy ∧ lifecycle for each action of a policy. An action that the lifecycle does not know is not bound to a state.
 */
export function abilitiesOf<R extends { status: string }, A extends string>(
  policy: Policy<R, A>,
  lifecycle: Lifecycle<string, string>,
  actor: Actor,
  row: R,
): Abilities<A> {
  const bound = new Set(
    Object.values(lifecycle.transitions).flatMap((actions) => Object.keys(actions ?? {})),
  );
  const entries = (Object.keys(policy.rules) as A[]).map((action): [A, Ability] => {
    const rule = policy.rules[action];
    if (!rule.allows(actor, row)) return [action, { can: false, why: rule.denied, by: "policy" }];
    if (bound.has(action) && next(lifecycle, row.status, action) === null)
      return [action, { can: false, why: `state.${row.status}`, by: "lifecycle" }];
    return [action, { can: true }];
  });
  return Object.fromEntries(entries) as Abilities<A>;
}
