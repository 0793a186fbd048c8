import { type Actor, isPerson } from "../core/actor";
import { definePolicy } from "../core/policy";

/** What of a comment decides who may do what; who does not see it is never asked. */
export type CommentRow = {
  authorId: string;
  /** The actor wrote in its thread, or is called upon there. */
  tookPart: boolean;
  /** The actor's organisation keeps the object. */
  isKept: boolean;
};

const author = {
  who: "who wrote it",
  denied: "collaboration.onlyAuthor",
  allows: (actor: Actor, { authorId }: CommentRow) => isPerson(actor) && actor.personId === authorId,
};

export const commentPolicy = definePolicy<CommentRow, "edit" | "remove" | "resolve">({
  subject: "comment",
  rules: {
    edit: author,
    remove: author,
    resolve: {
      who: "who took part in the thread, and the organisation that keeps the object",
      denied: "collaboration.onlyPartakers",
      allows: (actor, { tookPart, isKept }) => isPerson(actor) && (tookPart || isKept),
    },
  },
});
