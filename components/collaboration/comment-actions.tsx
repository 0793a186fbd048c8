"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import type { Audience } from "@/db/enums";
import type { Commented } from "@/server/collaboration/input";
import type { Comment } from "@/server/collaboration/queries/comments";

const SayForm = dynamic(() => import("./say-form").then((module) => module.SayForm));

type Props = {
  comment: Pick<Comment, "id" | "text" | "version" | "canEdit">;
  on: Commented;
  audience: Audience;
  /** Only of one that begins a thread. */
  thread?: { canResolve: boolean; isResolved: boolean };
};

/** What the reader can do with a comment; one form at a time. */
export function CommentActions({ comment, on, audience, thread }: Props) {
  const { id, version, text, canEdit } = comment;
  const t = useTranslations("collaboration.comments");
  const [doing, setDoing] = useState<"reply" | "edit" | "remove" | null>(null);
  const close = () => setDoing(null);
  const form = { on, audiences: [audience], close };
  if (doing === "reply")
    return (
      <SayForm
        {...form}
        name={`comment:reply:${id}`}
        submitLabel={t("postReply")}
        submit={({ text, mentions }) => trpc.collaboration.reply.mutate({ threadId: id, text, mentions })}
      />
    );
  if (doing === "edit")
    return (
      <SayForm
        {...form}
        name={`comment:edit:${id}:${version}`}
        text={text ?? ""}
        submitLabel={t("saveEdit")}
        submit={({ text }) => trpc.collaboration.editComment.mutate({ id, version, text })}
      />
    );
  return (
    <div className="flex flex-wrap gap-2">
      {thread && !thread.isResolved && (
        <Button small onClick={() => setDoing("reply")}>
          {t("reply")}
        </Button>
      )}
      {thread?.canResolve && (
        <ActionButton
          small
          variant="subtle"
          label={t(thread.isResolved ? "reopen" : "resolve")}
          act={() => trpc.collaboration.resolveThread.mutate({ id, isResolved: !thread.isResolved })}
        />
      )}
      {canEdit && doing === null && (
        <>
          <Button small variant="subtle" onClick={() => setDoing("edit")}>
            {t("edit")}
          </Button>
          <Button small variant="subtle" onClick={() => setDoing("remove")}>
            {t("remove")}
          </Button>
        </>
      )}
      {canEdit && doing === "remove" && (
        <>
          <ActionButton
            small
            variant="danger"
            label={t("removeSure")}
            act={() => trpc.collaboration.removeComment.mutate({ id })}
          />
          <Button small onClick={close}>
            {t("cancel")}
          </Button>
        </>
      )}
    </div>
  );
}
