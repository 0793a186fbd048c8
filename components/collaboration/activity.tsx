import { getLocale, getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Happening } from "@/server/collaboration/queries/history";
import type { LastLook } from "@/server/collaboration/queries/looks";
import { Happenings } from "./happenings";
import { Looked } from "./looked";

export const ACTIVITY_KINDS = [
  "diagnosis",
  "intervention",
  "programme",
  "need",
  "challenge",
  "decision",
] as const;
type Kind = (typeof ACTIVITY_KINDS)[number];

/** What happened lately, of what the reader may see; older events one page further. */
export async function Activity({
  events,
  kind,
  isFull,
  look,
  isNewest,
}: {
  events: Happening[];
  kind?: Kind;
  isFull: boolean;
  /** When the reader last looked here, and up to which event. */
  look: LastLook | null;
  /** The newest of all is shown, so that leaving the page means having seen it. */
  isNewest: boolean;
}) {
  const [t, locale] = await Promise.all([getTranslations("collaboration"), getLocale() as Promise<Locale>]);
  const fresh = look?.at ? events.filter((event) => event.seq > look.seq && !event.isMine).length : 0;
  const newest = isNewest ? events[0] : undefined;
  const last = events.at(-1)?.seq;
  const older = new URLSearchParams({ ...(kind && { kind }), before: String(last) });
  return (
    <Page>
      <Live topics={kind ? [kind] : [...ACTIVITY_KINDS]} />
      <PageHeader
        title={t("activity.title")}
        finding={
          look?.at
            ? t("newSince", { count: fresh, when: formatDate(look.at, locale, { time: true }) })
            : t("activity.finding", { count: events.length })
        }
      />
      <nav aria-label={t("activity.filter")}>
        <ul className="flex flex-wrap gap-x-4 gap-y-2">
          {([undefined, ...ACTIVITY_KINDS] as const).map((one) => (
            <li key={one ?? "all"}>
              <Link
                href={one ? `/activity?kind=${one}` : "/activity"}
                aria-current={one === kind ? "page" : undefined}
              >
                {t(`kinds.${one ?? "all"}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {events.length === 0 ? (
        <EmptyState title={t("activity.none")}>{t("activity.noneHelp")}</EmptyState>
      ) : (
        <Happenings events={events} seenUpTo={look?.at ? look.seq : undefined} />
      )}
      {newest && <Looked at="activity" seq={newest.seq} />}
      {isFull && (
        <p>
          <Link href={`/activity?${older}`}>{t("activity.older")}</Link>
        </p>
      )}
    </Page>
  );
}
