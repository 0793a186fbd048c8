import * as Y from "yjs";
import type { NarrativeBlock, NarrativeText } from "@/db/schema/narratives";
import { brokenRule } from "../core/errors";
import { isLinkAddress, MOST_CHARACTERS, MOST_DEPTH } from "./input";

/** The name of the one root of the document; the editor of the browser knows it too. */
const ROOT = "narrative";

/** Which attributes each element may have, as the editor writes them. */
const ELEMENTS: Record<string, readonly string[]> = {
  paragraph: [],
  heading: ["level"],
  bulletList: [],
  orderedList: ["start", "type"],
  listItem: [],
};
const MARKS = ["bold", "link"];

export const rootOf = (doc: Y.Doc) => doc.getXmlFragment(ROOT);

/** The document that these updates make. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  rootOf(doc);
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/**
 * Applies a writer's update to this copy of the document, which must not be used further when it is refused.
 * @returns whether it changed anything
 * @throws DomainError "rule" when it cannot be read, builds on something not sent, holds what no narrative holds, or
 * makes the narrative too long
 */
export function applyChecked(doc: Y.Doc, update: Uint8Array): boolean {
  let changed = false;
  doc.once("update", () => {
    changed = true;
  });
  try {
    // Reads without believing the lengths that the bytes claim; applying would first make room for them.
    Y.decodeUpdate(update);
    Y.applyUpdate(doc, update);
  } catch {
    throw brokenRule("narratives.malformed");
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) throw brokenRule("narratives.gap");
  if (changed) refuseForeign(doc);
  return changed;
}

function refuseForeign(doc: Y.Doc): void {
  const isAlone = [...doc.share.keys()].every((name) => name === ROOT);
  if (!isAlone || doc.subdocs.size > 0) throw brokenRule("narratives.foreign");
  const characters = rootOf(doc)
    .toArray()
    .reduce((sum, child) => sum + charactersOf(child, 0), 0);
  if (characters > MOST_CHARACTERS) throw brokenRule("narratives.tooLong", { most: MOST_CHARACTERS });
}

type Child = ReturnType<Y.XmlFragment["toArray"]>[number];

/** @throws DomainError "rule" when the child or something in it is no part of a narrative */
function charactersOf(child: Child, depth: number): number {
  if (child instanceof Y.XmlText) return charactersOfText(child);
  if (!(child instanceof Y.XmlElement) || depth > 2 * MOST_DEPTH) throw brokenRule("narratives.foreign");
  const allowed = ELEMENTS[child.nodeName];
  const attributes = Object.entries(child.getAttributes() as Record<string, unknown>);
  const isKnown = attributes.every(
    ([name, value]) => allowed?.includes(name) && (value === null || String(value).length < 20),
  );
  if (!allowed || !isKnown) throw brokenRule("narratives.foreign");
  return child.toArray().reduce((sum, one) => sum + charactersOf(one as Child, depth + 1), 0);
}

function charactersOfText(text: Y.XmlText): number {
  return runsOf(text).reduce((sum, { insert, attributes }) => {
    if (typeof insert !== "string") throw brokenRule("narratives.foreign");
    for (const [mark, value] of Object.entries(attributes)) {
      const href = (value as { href?: unknown } | null)?.href;
      const isKnown =
        MARKS.includes(mark) &&
        JSON.stringify(value).length < 3000 &&
        (mark !== "link" || (typeof href === "string" && isLinkAddress(href)));
      if (!isKnown) throw brokenRule("narratives.foreign");
    }
    return sum + insert.length;
  }, 0);
}

type Run = { insert: unknown; attributes: Record<string, unknown> };
const runsOf = (text: Y.XmlText) =>
  (text.toDelta() as Partial<Run>[]).map(({ insert, attributes = {} }): Run => ({ insert, attributes }));

/** What is written, in the few kinds of blocks that a narrative has. Empty blocks say nothing and are left out. */
export function contentOf(doc: Y.Doc): NarrativeBlock[] {
  return rootOf(doc).toArray().flatMap(blockOf);
}

/** The block that an element of the document is; none when it is empty. */
export function blockOf(child: Child): NarrativeBlock[] {
  if (!(child instanceof Y.XmlElement)) return [];
  const attributes = child.getAttributes() as Record<string, unknown>;
  if (child.nodeName === "bulletList" || child.nodeName === "orderedList") {
    const items = elementsIn(child)
      .map((item) => elementsIn(item).flatMap(blockOf))
      .filter((blocks) => blocks.length > 0);
    return items.length > 0 ? [{ kind: "list", ordered: child.nodeName === "orderedList", items }] : [];
  }
  const text = child.toArray().flatMap((one) => (one instanceof Y.XmlText ? textOf(one) : []));
  if (text.every((run) => run.text.trim() === "")) return [];
  if (child.nodeName !== "heading") return [{ kind: "paragraph", text }];
  return [{ kind: "heading", level: Number(attributes.level) === 3 ? 3 : 2, text }];
}

const elementsIn = (element: Y.XmlElement) => element.toArray().filter((one) => one instanceof Y.XmlElement);

const textOf = (text: Y.XmlText): NarrativeText[] =>
  runsOf(text).map(({ insert, attributes: { bold, link } }) => ({
    text: String(insert),
    ...(bold ? { bold: true as const } : {}),
    ...(link ? { href: (link as { href: string }).href } : {}),
  }));

/** Everything the document holds as one update, without the text that was deleted from it. */
export const foldedState = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc);
