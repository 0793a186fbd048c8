/** A workflow as a table that an official can read: state → action → state. */
export type Lifecycle<S extends string = string, A extends string = string> = {
  subject: string;
  initial: S;
  transitions: Readonly<Record<S, Readonly<Partial<Record<A, S>>>>>;
};

export function defineLifecycle<S extends string, A extends string>(
  lifecycle: Lifecycle<S, A>,
): Lifecycle<S, A> {
  return lifecycle;
}

/** The state an action leads to, or null where the state does not allow it. */
export function next<S extends string, A extends string>(
  lifecycle: Lifecycle<S, A>,
  state: S,
  action: A,
): S | null {
  return lifecycle.transitions[state][action] ?? null;
}

/** What keeps something from being complete enough: the field, and the key of the sentence that says why. */
export type Missing = { field: string; key: string };
