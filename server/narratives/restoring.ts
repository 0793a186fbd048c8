import { isDeepStrictEqual } from "node:util";
import * as Y from "yjs";
import type { NarrativeBlock, NarrativeText } from "@/db/schema/narratives";
import { blockOf, contentOf, rootOf } from "./document";

/**
 * Writes this content into the document as a new change, and leaves alone what is the same at the start and the end, so
 * that who is writing there goes on.
 * @returns the update, or null when nothing differs
 */
export function writeContent(doc: Y.Doc, content: NarrativeBlock[]): Uint8Array | null {
  const now = contentOf(doc);
  if (isDeepStrictEqual(plain(now), plain(content))) return null;
  const before = Y.encodeStateVector(doc);
  const root = rootOf(doc);
  doc.transact(() => {
    const kept = dropEmpty(root);
    const start = alike(kept, content);
    const end = Math.min(
      alike(kept.toReversed(), content.toReversed()),
      kept.length - start,
      content.length - start,
    );
    root.delete(start, kept.length - start - end);
    root.insert(start, content.slice(start, content.length - end).map(elementOf));
  });
  return Y.encodeStateAsUpdate(doc, before);
}

/** Empty blocks are no content: without them the elements of the document stand one to one beside its content. */
function dropEmpty(root: Y.XmlFragment): NarrativeBlock[] {
  const blocks: NarrativeBlock[] = [];
  for (let index = 0; index < root.length; ) {
    const [block] = blockOf(root.get(index));
    if (block) blocks.push(block);
    if (block) index += 1;
    else root.delete(index, 1);
  }
  return blocks;
}

function alike(one: NarrativeBlock[], other: NarrativeBlock[]): number {
  let index = 0;
  while (
    index < Math.min(one.length, other.length) &&
    isDeepStrictEqual(plain(one[index]), plain(other[index]))
  )
    index += 1;
  return index;
}

/** As the database gives it back: without prototypes, and keys in any order. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function elementOf(block: NarrativeBlock): Y.XmlElement {
  if (block.kind === "list") {
    const list = new Y.XmlElement(block.ordered ? "orderedList" : "bulletList");
    list.insert(0, block.items.map(itemOf));
    return list;
  }
  const element = new Y.XmlElement<{ level: number }>(block.kind);
  if (block.kind === "heading") element.setAttribute("level", block.level);
  element.insert(0, [written(block.text)]);
  return element as Y.XmlElement;
}

function itemOf(blocks: NarrativeBlock[]): Y.XmlElement {
  const item = new Y.XmlElement("listItem");
  item.insert(0, blocks.map(elementOf));
  return item;
}

function written(runs: NarrativeText[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    runs.map(({ text: insert, bold, href }) => ({
      insert,
      attributes: { ...(bold ? { bold: {} } : {}), ...(href ? { link: { href } } : {}) },
    })),
  );
  return text;
}
