const PREFIX = "bundel:draft:";

/** Before the names of the databases in which this browser keeps narratives that are being written. */
export const NARRATIVES_KEPT = "bundel:narrative:";

type Kept = Record<string, unknown>;

/** What is kept belongs to who typed it: another person in the same browser never sees it. */
function keyOf(name: string): string {
  return `${PREFIX}${document.querySelector<HTMLElement>("[data-person]")?.dataset.person ?? ""}:${name}`;
}

/** What was typed in this form and not saved, if anything. */
export function keptDraft(name: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? "null");
    return kept && typeof kept === "object" ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed; a full or forbidden store must not keep anyone from typing. */
export function keepDraft(name: string, values: unknown): boolean {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(values));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(name: string): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // Nothing could be kept either.
  }
}

/** Forgets everything that was kept in this browser: for who signs out. */
export async function forgetDrafts(): Promise<void> {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    for (const { name } of await indexedDB.databases())
      if (name?.startsWith(NARRATIVES_KEPT)) indexedDB.deleteDatabase(name);
  } catch {
    // Nothing could be kept either.
  }
}
