import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Audience, SubjectKind } from "@/db/enums";
import { commentVersions } from "@/db/schema/collaboration";
import { actingFor, isPerson } from "../../core/actor";
import type { Context, Transaction } from "../../core/context";
import { found } from "../../core/errors";
import { allows } from "../../core/policy";
import { type Commented, RESERVED_KINDS } from "../input";
import { commentPolicy } from "../policy";
import { commentsVisibleTo, isOut, keeps, mayBeSeen, reading } from "./sight";

const MOST = 500;

export type Comment = {
  id: string;
  /** Null for one that its author removed. */
  text: string | null;
  /** Null for an erased account. */
  authorName: string | null;
  organisationName: string | null;
  createdAt: Date;
  editedAt: Date | null;
  version: number;
  canEdit: boolean;
};
export type Thread = Comment & {
  audience: Audience;
  isFromBefore: boolean;
  resolvedAt: Date | null;
  canResolve: boolean;
  replies: Comment[];
};
export type Comments = {
  threads: Thread[];
  /** Whom a new comment can be for. */
  audiences: Audience[];
  /** The object is not out yet: what is said now stays with those who see it now. */
  isBefore: boolean;
};

/**
 * What is said about an object, oldest first, as far as the actor may read it; null for a visitor.
 * @throws DomainError "not-found" when the actor may not see the object
 */
export async function listComments(ctx: Context, { kind, id }: Commented): Promise<Comments | null> {
  const { actor } = ctx;
  if (!isPerson(actor)) return null;
  return reading(ctx, async (tx) => {
    const on = sql`${id}::uuid`;
    const [sight] = await tx.execute<{ seen: boolean; out: boolean; kept: boolean }>(
      sql`select ${mayBeSeen(actor, kind, on)} as seen, ${isOut(kind, on)} as out, ${keeps(actor, kind, on)} as kept`,
    );
    if (!sight?.seen) found(null);
    const rows = await rowsOf(
      tx,
      actor.personId,
      sql`comments.subject_kind = ${kind} and comments.subject_id = ${on} and ${commentsVisibleTo(actor)}`,
    );
    const threads = rows.filter((row) => row.thread_id === null);
    return {
      threads: threads.map((head) => {
        const replies = rows.filter((row) => row.thread_id === head.id);
        const tookPart = [head, ...replies].some((row) => row.author_id === actor.personId || row.calls);
        const policyRow = { authorId: head.author_id, tookPart, isKept: sight?.kept === true };
        return {
          ...asComment(head, actor.personId),
          audience: head.audience,
          isFromBefore: head.is_from_before,
          resolvedAt: head.resolved_at === null ? null : new Date(head.resolved_at),
          canResolve: allows(commentPolicy, actor, "resolve", policyRow),
          replies: replies.map((reply) => asComment(reply, actor.personId)),
        };
      }),
      audiences: audiencesOn(kind, actingFor(actor) !== null),
      isBefore: sight?.out === false,
    };
  });
}

/** Whom a comment on this kind of object can be for. */
export function audiencesOn(kind: SubjectKind, actsForOne: boolean): Audience[] {
  const open: Audience[] = RESERVED_KINDS.includes(kind) ? [] : ["all"];
  return actsForOne ? [...open, "organisation"] : open;
}

/**
 * What a comment said before, oldest first.
 * @throws DomainError "not-found" when the actor may not read the comment
 */
export async function earlierTexts(ctx: Context, { id }: { id: string }) {
  return reading(ctx, async (tx) => {
    const [seen] = await tx.execute(
      sql`select 1 from comments where comments.id = ${id}::uuid and ${commentsVisibleTo(ctx.actor)}`,
    );
    found(seen);
    return tx
      .select({ text: commentVersions.text, writtenAt: commentVersions.writtenAt })
      .from(commentVersions)
      .where(eq(commentVersions.commentId, id))
      .orderBy(asc(commentVersions.version));
  });
}

type Row = {
  id: string;
  thread_id: string | null;
  author_id: string;
  author_name: string | null;
  organisation_name: string | null;
  audience: Audience;
  is_from_before: boolean;
  text: string;
  version: number;
  created_at: string | Date;
  edited_at: string | Date | null;
  deleted_at: string | Date | null;
  resolved_at: string | Date | null;
  /** It calls upon the reader. */
  calls: boolean;
};

const rowsOf = async (tx: Transaction, me: string, which: SQL): Promise<Row[]> => [
  ...(await tx.execute<Row>(sql`
    select comments.*, case when p.erased_at is null then p.name end as author_name, g.name as organisation_name,
      exists (select 1 from comment_mentions m where m.comment_id = comments.id and m.person_id = ${me}::uuid) as calls
    from comments join persons p on p.id = comments.author_id
      left join organisations g on g.id = comments.organisation_id
    where ${which} order by comments.created_at, comments.id limit ${MOST}`)),
];

function asComment(row: Row, me: string): Comment {
  const isRemoved = row.deleted_at !== null;
  return {
    id: row.id,
    text: isRemoved ? null : row.text,
    authorName: row.author_name,
    organisationName: row.organisation_name,
    createdAt: new Date(row.created_at),
    editedAt: row.edited_at === null || isRemoved ? null : new Date(row.edited_at),
    version: row.version,
    canEdit: row.author_id === me && !isRemoved,
  };
}
