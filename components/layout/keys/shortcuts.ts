/** Letters that lead somewhere, one after the other. They can be turned off: a letter may be meant for something else. */
export const SHORTCUTS = [
  { keys: "g d", href: "/ecosystem", text: "nouns.diagnosis" },
  { keys: "g i", href: "/interventions", text: "nouns.interventions" },
  { keys: "g r", href: "/roadmap", text: "nouns.roadmap" },
  { keys: "g c", href: "/challenges", text: "nouns.challenges" },
  { keys: "g f", href: "/funding", text: "nouns.funding" },
  { keys: "g p", href: "/inbox", text: "inbox" },
  { keys: "g a", href: "/activity", text: "activity" },
  { keys: "n b", href: "/needs/new", text: "keys.newNeed" },
  { keys: "n p", href: "/programmes/new", text: "keys.newProgramme" },
  { keys: "n c", href: "/challenges/new", text: "keys.newChallenge" },
  { keys: "n i", href: "/interventions/new", text: "keys.newIntervention" },
  { keys: "/", href: "/search", text: "search" },
] as const;

/** What two letters in a row, or one, lead to: a place, more letters to come, or nothing. */
export function shortcutOf(typed: readonly string[]): { href: string } | "more" | null {
  const text = typed.join(" ");
  const found = SHORTCUTS.find(({ keys }) => keys === text);
  if (found) return { href: found.href };
  return SHORTCUTS.some(({ keys }) => keys.startsWith(`${text} `)) ? "more" : null;
}

const KEPT = "bundel:shortcuts";

/** Whether letters are shortcuts in this browser; they are, unless somebody turned them off. */
export function lettersOn(): boolean {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

/** @returns whether the browser keeps it */
export function turnLetters(on: boolean): boolean {
  try {
    if (on) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "off");
    return true;
  } catch {
    return false;
  }
}
