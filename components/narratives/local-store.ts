import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";
import { NARRATIVES_KEPT } from "@/components/forms/drafts";

/** What is kept in this browser belongs to who wrote it. Null where the browser keeps nothing. */
export function storeOf(programmeId: string, personId: string, doc: Y.Doc): IndexeddbPersistence | null {
  try {
    return new IndexeddbPersistence(`${NARRATIVES_KEPT}${personId}:${programmeId}`, doc);
  } catch {
    return null;
  }
}

/** Waits until what was kept is in the document. @returns false when the browser lets nothing be kept */
export function readKept(store: IndexeddbPersistence | null): Promise<boolean> {
  if (!store) return Promise.resolve(false);
  return Promise.race([
    store.whenSynced.then(() => true),
    new Promise<false>((resolve) => {
      store._db.catch(() => resolve(false));
    }),
  ]);
}
