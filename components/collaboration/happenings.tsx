import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { subjectPath } from "@/server/collaboration/input";
import type { Happening } from "@/server/collaboration/queries/history";
import { ChangeList } from "./change-list";
import { sentenceOfEvent, whoDid } from "./sentence";

/** Events about different things, each with the thing it is about. */
export async function Happenings({
  events,
  seenUpTo,
}: {
  events: Happening[];
  /** Marks what others did after this event. */
  seenUpTo?: number;
}) {
  const [t, locale] = await Promise.all([getTranslations("collaboration"), getLocale()]);
  return (
    <ol className="flex flex-col">
      {events.map((event) => {
        const href = subjectPath(event.kind, event.subjectId);
        const title = event.title ?? t("activity.untitled");
        return (
          <li key={event.seq} className="flex flex-col gap-1 border-t border-line py-3">
            <p className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
              <span className="font-bold">{sentenceOfEvent(event, t)}</span>
              {seenUpTo !== undefined && event.seq > seenUpTo && !event.isMine && (
                <Badge tone="current">{t("new")}</Badge>
              )}
              {href ? (
                <Link href={href} lang={event.language ?? undefined}>
                  {title}
                </Link>
              ) : (
                <span lang={event.language ?? undefined}>{title}</span>
              )}
            </p>
            <p className="text-sm text-muted">
              {whoDid(event, t)}
              {", "}
              <time dateTime={event.at.toISOString()}>
                {formatDate(event.at, locale as "nl" | "en", { time: true })}
              </time>
            </p>
            <ChangeList kind={event.kind} changes={event.changes} />
          </li>
        );
      })}
    </ol>
  );
}
