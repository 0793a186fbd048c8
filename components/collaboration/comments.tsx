import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Section } from "@/components/layout/page";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import type { Commented } from "@/server/collaboration/input";
import { caller } from "@/server/trpc/caller";
import { CommentThread } from "./comment-thread";
import { NewComment } from "./say";

/** What people say about an object, to each other; nothing for a visitor. */
export async function Comments(on: Commented) {
  const [api, t] = await Promise.all([caller(), getTranslations("collaboration.comments")]);
  const said = await api.collaboration.comments({ kind: on.kind, id: on.id });
  if (!said) return null;
  const open = said.threads.filter((thread) => thread.resolvedAt === null);
  const settled = said.threads.filter((thread) => thread.resolvedAt !== null);
  const place = { on: { kind: on.kind, id: on.id }, audiences: said.audiences };
  return (
    <Section title={t("title")} id="comments">
      <FeatureMessages namespaces={["collaboration.comments", "collaboration.errors"]}>
        {said.isBefore && <Notice>{t("before")}</Notice>}
        {open.length === 0 && <p className="text-muted">{t("finding", { count: said.threads.length })}</p>}
        {open.map((thread) => (
          <CommentThread key={thread.id} thread={thread} {...place} />
        ))}
        {settled.length > 0 && (
          <Disclosure summary={t("resolved", { count: settled.length })}>
            {settled.map((thread) => (
              <CommentThread key={thread.id} thread={thread} {...place} />
            ))}
          </Disclosure>
        )}
        {said.audiences.length > 0 && <NewComment {...place} />}
      </FeatureMessages>
    </Section>
  );
}
