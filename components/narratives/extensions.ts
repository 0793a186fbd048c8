import { Extension } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Collaboration, isChangeOrigin } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Document } from "@tiptap/extension-document";
import { Heading } from "@tiptap/extension-heading";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { Plugin } from "@tiptap/pm/state";
import { isLinkAddress, MOST_CHARACTERS } from "@/server/narratives/input";
import { drawCaret } from "./carets";
import type { NarrativeConnection } from "./connection";

/** Takes nothing from this writer that makes the text too long; what others wrote always comes in. */
const Limit = Extension.create({
  name: "limit",
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (transaction, state) => {
        if (!transaction.docChanged || isChangeOrigin(transaction)) return true;
        const after = transaction.doc.textContent.length;
        return after <= MOST_CHARACTERS || after < state.doc.textContent.length;
      },
    }),
  ],
});

/** Tab leaves the text, as it leaves every other field. */
const Item = ListItem.extend({
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) };
  },
});

const Keys = ListKeymap.extend({
  addKeyboardShortcuts() {
    const { Tab: _, ...keys } = this.parent?.() ?? {};
    return keys;
  },
});

/** All that a narrative can hold; the server refuses the rest (server/narratives/document.ts). */
export function extensionsFor({ doc, awareness }: NarrativeConnection, me: { name: string; color: string }) {
  return [
    Document,
    Paragraph,
    Text,
    Bold,
    Heading.configure({ levels: [2, 3] }),
    BulletList,
    OrderedList,
    Item,
    Keys,
    Link.configure({
      openOnClick: false,
      isAllowedUri: (url) => isLinkAddress(url),
      shouldAutoLink: isLinkAddress,
      HTMLAttributes: { target: null, rel: null, class: null },
    }),
    Limit,
    Collaboration.configure({ document: doc, field: "narrative" }),
    CollaborationCaret.configure({ provider: { awareness }, user: me, render: drawCaret }),
  ];
}
