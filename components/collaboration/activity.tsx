import { getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { Happening } from "@/server/collaboration/queries/history";
import { Happenings } from "./happenings";

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
}: {
  events: Happening[];
  kind?: Kind;
  isFull: boolean;
}) {
  const t = await getTranslations("collaboration");
  const last = events.at(-1)?.seq;
  const older = new URLSearchParams({ ...(kind && { kind }), before: String(last) });
  return (
    <Page>
      <Live topics={kind ? [kind] : [...ACTIVITY_KINDS]} />
      <PageHeader title={t("activity.title")} finding={t("activity.finding", { count: events.length })} />
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
        <Happenings events={events} />
      )}
      {isFull && (
        <p>
          <Link href={`/activity?${older}`}>{t("activity.older")}</Link>
        </p>
      )}
    </Page>
  );
}
