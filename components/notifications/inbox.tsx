import { getLocale, getTranslations } from "next-intl/server";
import { Happenings } from "@/components/collaboration/happenings";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, type Locale } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { Me } from "@/server/accounts/queries";
import type { Happening } from "@/server/collaboration/queries/history";
import type { Task } from "@/server/notifications/queries/tasks";
import { MarkRead } from "./mark-read";
import { TaskList } from "./task-list";

type Props = { me: Me; tasks: Task[]; news: Happening[] };

const TOPICS = ["need", "programme", "intervention", "challenge", "decision", "diagnosis"];

/** What waits for the reader, in order of deadline, and what changed in what they follow. */
export async function Inbox({ me, tasks, news }: Props) {
  const [t, locale] = await Promise.all([getTranslations("notifications"), getLocale() as Promise<Locale>]);
  const [duties, chances] = [tasks.filter((task) => !task.isChance), tasks.filter((task) => task.isChance)];
  const newest = news[0];
  const first = duties[0]?.deadline;
  const finding =
    first && first > new Date()
      ? t("findingFirst", {
          count: duties.length,
          first: formatDate(first, locale, { weekday: true, time: !duties[0]?.isWholeDay }),
        })
      : t("finding", { count: duties.length });
  return (
    <Page>
      <Live topics={[...TOPICS, `inbox:${me.id}`]} />
      <PageHeader title={t("title")} finding={finding} />
      {me.actingFor && !me.actingFor.isVerified && (
        <Notice kind="attention">{t("unverified", { organisation: me.actingFor.name })}</Notice>
      )}
      <TwoColumns
        aside={
          <Section title={t("followed")} id="followed">
            {newest ? (
              <>
                <Happenings events={news} />
                <MarkRead seq={newest.seq} label={t("markRead")} />
              </>
            ) : (
              <p className="text-muted">{t("noNews")}</p>
            )}
          </Section>
        }
      >
        {duties.length === 0 ? (
          <EmptyState title={t("nothing")}>{t("nothingHelp")}</EmptyState>
        ) : (
          <Section title={t("waiting")} id="waiting">
            <TaskList tasks={duties} />
          </Section>
        )}
        {chances.length > 0 && (
          <Section title={t("chances")} id="chances">
            <TaskList tasks={chances} />
          </Section>
        )}
      </TwoColumns>
    </Page>
  );
}
