const HALF_CHARACTER = /\p{Cs}/u;

/** Whether every text within can be stored: PostgreSQL holds no NUL and no half character, and no form sends them. */
export function isStorable(value: unknown): boolean {
  // A list of what is left instead of recursion: nesting is the sender's choice, the stack is ours.
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === "string" && (next.includes("\0") || HALF_CHARACTER.test(next))) return false;
    if (typeof next === "object" && next !== null) for (const part of Object.values(next)) left.push(part);
  }
  return true;
}
