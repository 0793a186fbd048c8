import { getLocale, getTranslations } from "next-intl/server";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, formatNumber } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Marked } from "@/components/ui/marked";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { ListChallenges } from "@/server/challenges/input";
import type { ChallengePhase } from "@/server/challenges/lifecycle";
import type { listChallenges } from "@/server/challenges/queries";
import { ChallengeFilters } from "./challenge-filters";
import { PhaseBadge } from "./phase-badge";

type Listed = Awaited<ReturnType<typeof listChallenges>>;
type Row = Listed["challenges"][number];

const GROUPS: [string, ChallengePhase[]][] = [
  ["open", ["open"]],
  ["review", ["closed", "under-review"]],
  ["coming", ["draft", "proposed", "returned", "accepted"]],
  ["done", ["decided", "cancelled"]],
];

/** Open challenges first, with when they close; then what is reviewed, prepared and decided. */
export async function ChallengeList({
  challenges,
  mayCreate,
  filter,
  isSignedIn,
}: Listed & { filter: ListChallenges; isSignedIn: boolean }) {
  const [t, locale] = [await getTranslations("challenges"), (await getLocale()) as "nl" | "en"];
  const open = challenges.filter(({ phase }) => phase === "open");
  const first = open[0]?.deadline;
  return (
    <Page>
      <Live topics={["challenge"]} />
      <PageHeader
        title={t("title")}
        finding={
          <>
            {t("finding", { open: open.length })}
            {first &&
              ` ${t("firstDeadline", { when: formatDate(first, locale, { weekday: true, time: true }) })}`}
          </>
        }
        actions={
          isSignedIn && (
            <div className="flex flex-wrap gap-3">
              {mayCreate && (
                <LinkButton href="/challenges/new" variant="primary">
                  {t("propose.link")}
                </LinkButton>
              )}
              <LinkButton href="/responses">{t("mine")}</LinkButton>
            </div>
          )
        }
      />
      <ChallengeFilters filter={filter} isSignedIn={isSignedIn} />
      {challenges.length === 0 && <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>}
      {GROUPS.map(([group, phases]) => {
        const rows = challenges.filter(({ phase }) => phases.includes(phase));
        if (rows.length === 0) return null;
        return (
          <Section key={group} title={t(`group.${group}`)}>
            <ChallengeTable caption={t(`group.${group}`)} rows={rows} />
          </Section>
        );
      })}
    </Page>
  );
}

async function ChallengeTable({ caption, rows }: { caption: string; rows: Row[] }) {
  const [t, locale] = [await getTranslations("challenges"), (await getLocale()) as "nl" | "en"];
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <HeadCell>{t("column.challenge")}</HeadCell>
          <HeadCell>{t("column.phase")}</HeadCell>
          <HeadCell>{t("column.deadline")}</HeadCell>
          <HeadCell>{t("column.client")}</HeadCell>
          <HeadCell numeric>{t("column.budget")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <RowHead>
              <Link href={`/challenges/${row.id}`} lang={row.language}>
                <Marked text={row.title} segments={row.found?.title} />
              </Link>
              {row.found?.fragment && (
                <p className="mt-1 text-sm font-normal wrap-anywhere" lang={row.language}>
                  <Marked segments={row.found.fragment} />
                </p>
              )}
            </RowHead>
            <Cell>
              <PhaseBadge phase={row.phase} />
            </Cell>
            <Cell>
              {row.deadline ? (
                <time dateTime={row.deadline.toISOString()}>
                  {formatDate(row.deadline, locale, { weekday: true, time: true, short: true })}
                </time>
              ) : (
                <span className="text-muted">{t("noDeadline")}</span>
              )}
            </Cell>
            <Cell>
              <span className="flex flex-wrap items-center gap-2">
                {row.client.name}
                {row.client.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
              </span>
            </Cell>
            <Cell numeric>
              {row.budgetCents === null ? "–" : formatNumber(Math.round(row.budgetCents / 100), locale, 0)}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
