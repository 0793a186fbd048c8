import type { Awareness } from "y-protocols/awareness";

type Position = Record<string, unknown>;
export type Caret = {
  clientId: number;
  personId: string;
  name: string;
  caret: { anchor: Position; head: Position };
};

/** Distinct from paper and from ink, in the light and in the dark. */
const COLOURS = ["#008c95", "#a67400", "#d0495c", "#8567d9", "#3f9142", "#3b82d6"];

/** The same person has the same colour on every screen. */
export function colourOf(personId: string): string {
  const sum = [...personId].reduce((total, character) => (total * 31 + character.charCodeAt(0)) >>> 0, 7);
  return COLOURS[sum % COLOURS.length]!;
}

/**
 * Shows where the others' carets stand, and only those. Names come from the server, never from another browser.
 * @returns the names of the others, each once
 */
export function showCarets(awareness: Awareness, carets: Caret[]): string[] {
  const others = carets.filter(({ clientId }) => clientId !== awareness.clientID);
  const now = Date.now();
  for (const { clientId, personId, name, caret } of others) {
    const clock = (awareness.meta.get(clientId)?.clock ?? 0) + 1;
    awareness.meta.set(clientId, { clock, lastUpdated: now });
    awareness.states.set(clientId, { user: { name, color: colourOf(personId) }, cursor: caret });
  }
  const present = new Set(others.map(({ clientId }) => clientId));
  const removed = [...awareness.states.keys()].filter(
    (clientId) => clientId !== awareness.clientID && !present.has(clientId),
  );
  for (const clientId of removed) awareness.states.delete(clientId);
  if (present.size + removed.length > 0)
    awareness.emit("change", [{ added: [], updated: [...present], removed }, "server"]);
  return [...new Set(others.map(({ name }) => name))];
}

/** The caret of another writer, with its name. */
export function drawCaret({ name, color }: Record<string, string>): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "co-caret";
  caret.style.borderColor = color ?? "";
  const label = document.createElement("span");
  label.className = "co-caret-name";
  label.style.borderColor = color ?? "";
  label.textContent = name ?? "";
  caret.append(label);
  return caret;
}
