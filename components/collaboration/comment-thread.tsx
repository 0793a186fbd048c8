import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { formatDate, type Locale } from "@/components/ui/format";
import type { Audience } from "@/db/enums";
import type { Commented } from "@/server/collaboration/input";
import type { Comment, Thread } from "@/server/collaboration/queries/comments";
import { CommentActions } from "./comment-actions";
import { EarlierTexts } from "./earlier-texts";

type Props = { thread: Thread; on: Commented; audiences: Audience[] };

/** One thread: what was asked or said first, and the answers to it. */
export async function CommentThread({ thread, on }: Props) {
  const t = await getTranslations("collaboration.comments");
  return (
    <article className="flex flex-col gap-4 border-t border-line py-4" id={`comment-${thread.id}`}>
      <Said comment={thread}>
        {thread.audience === "organisation" && (
          <Badge tone="attention">{t("onlyOwn", { organisation: thread.organisationName ?? "–" })}</Badge>
        )}
        {thread.isFromBefore && <Badge>{t("fromBefore")}</Badge>}
      </Said>
      {thread.replies.length > 0 && (
        <ol className="flex flex-col gap-4 border-s-2 border-line ps-4">
          {thread.replies.map((reply) => (
            <li key={reply.id} id={`comment-${reply.id}`} className="flex flex-col gap-2">
              <Said comment={reply} />
              {reply.canEdit && <CommentActions comment={reply} on={on} audience={thread.audience} />}
            </li>
          ))}
        </ol>
      )}
      <CommentActions
        comment={thread}
        on={on}
        audience={thread.audience}
        thread={{ canResolve: thread.canResolve, isResolved: thread.resolvedAt !== null }}
      />
    </article>
  );
}

async function Said({ comment, children }: { comment: Comment; children?: React.ReactNode }) {
  const [t, locale] = await Promise.all([
    getTranslations("collaboration.comments"),
    getLocale() as Promise<Locale>,
  ]);
  const { id, text, authorName, organisationName, createdAt, editedAt } = comment;
  const name = authorName ?? t("erased");
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-muted wrap-anywhere">
        <span className="font-bold text-ink">
          {organisationName ? t("by", { name, organisation: organisationName }) : name}
        </span>
        <time dateTime={createdAt.toISOString()}>
          {formatDate(createdAt, locale, { time: true, short: true })}
        </time>
        {children}
      </p>
      {text === null ? (
        <p className="text-muted italic">{t("removed")}</p>
      ) : (
        <p className="max-w-measure whitespace-pre-line wrap-anywhere">{text}</p>
      )}
      {editedAt && <EarlierTexts id={id} editedAt={editedAt.toISOString()} />}
    </div>
  );
}
