import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { LinkButton } from "@/components/ui/button";
import { formatDate, formatMoney, formatMoneyRange } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Language } from "@/db/enums";
import type { listChallenges } from "@/server/challenges/queries";
import type { getHeatmap } from "@/server/ecosystem/queries";
import type { listDecisions } from "@/server/funding/queries/decisions";
import type { listProgrammes } from "@/server/programmes/queries/lists";

type Props = {
  mission: Record<Language, string>;
  heatmap: Awaited<ReturnType<typeof getHeatmap>>;
  needs: number;
  programmes: Awaited<ReturnType<typeof listProgrammes>>["programmes"];
  challenges: Awaited<ReturnType<typeof listChallenges>>["challenges"];
  decided: Awaited<ReturnType<typeof listDecisions>>;
  /** How much waits for who is signed in; null for a visitor. */
  waiting: number | null;
};

/** The chain in five short parts: the mission, what holds back, what lies ahead, what is open, what was decided. */
export function HomeView({ mission, heatmap, needs, programmes, challenges, decided, waiting }: Props) {
  const t = useTranslations("home");
  const locale = useLocale() as Language;
  const { finding } = heatmap;
  const element = heatmap.elements.find(({ slug }) => slug === finding?.element);
  const open = challenges
    .filter(({ status, deadline }) => status === "open" && deadline !== null)
    .slice(0, 4);
  return (
    <Page>
      <Live topics={["need", "programme", "challenge", "decision", "diagnosis"]} />
      {waiting !== null && (
        <section className="flex flex-wrap items-center justify-between gap-4 border-s-4 border-action-line bg-action-subtle px-4 py-3">
          <div>
            <h2 className="text-lg">{t("waiting.title")}</h2>
            <p>{t("waiting.text", { count: waiting })}</p>
          </div>
          <LinkButton variant="primary" href="/inbox">
            {t("waiting.link")}
          </LinkButton>
        </section>
      )}
      <PageHeader title={t("title")} finding={t("lead", { mission: mission[locale] })} />
      <p className="max-w-measure">{t("summary")}</p>
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
        <Part title={t("weak.title")} href="/ecosystem" link={t("weak.link")}>
          {finding && element ? (
            <>
              <p className="text-lg font-bold">
                {t("weak.finding", {
                  element: element.name[locale],
                  weak: finding.weak,
                  all: finding.ecosystems,
                })}
              </p>
              <p>{t("weak.count", { weak: heatmap.weak, uncovered: heatmap.uncovered.length })}</p>
            </>
          ) : (
            <p>{t("weak.none")}</p>
          )}
        </Part>
        <Part title={t("ahead.title")} href="/roadmap" link={t("ahead.link")}>
          <p className="text-lg font-bold">{t("ahead.count", { needs, programmes: programmes.length })}</p>
          <List
            items={programmes.slice(0, 4).map(({ id, title, language, summary }) => ({
              href: `/programmes/${id}`,
              text: title,
              lang: language,
              aside: formatMoneyRange(summary.valueMinCents, summary.valueMaxCents, locale),
            }))}
          />
        </Part>
        <Part title={t("challenges.title")} href="/challenges" link={t("challenges.link")}>
          {open.length === 0 && <p>{t("challenges.none")}</p>}
          <List
            items={open.map(({ id, title, language, deadline }) => ({
              href: `/challenges/${id}`,
              text: title,
              lang: language,
              aside: t("challenges.until", { date: formatDate(deadline!, locale) }),
            }))}
          />
        </Part>
        <Part title={t("money.title")} href="/decisions" link={t("money.link")}>
          <p className="text-lg font-bold">
            {decided.awardedCents > 0
              ? t("money.awarded", {
                  money: formatMoney(decided.awardedCents, locale),
                  attracted: formatMoney(decided.attractedCents, locale),
                })
              : t("money.none")}
          </p>
          <List
            items={decided.decisions.slice(0, 4).map(({ id, title, language, amountCents }) => ({
              href: `/decisions/${id}`,
              text: title,
              lang: language,
              aside: amountCents === null ? "" : formatMoney(amountCents, locale),
            }))}
          />
        </Part>
      </div>
    </Page>
  );
}

function Part({
  title,
  href,
  link,
  children,
}: {
  title: string;
  href: string;
  link: string;
  children: ReactNode;
}) {
  return (
    <section className="flex min-w-0 flex-col gap-3 border-t-2 border-ink pt-4">
      <h2 className="text-xl">{title}</h2>
      {children}
      <p className="mt-auto pt-1">
        <Link href={href}>{link}</Link>
      </p>
    </section>
  );
}

function List({ items }: { items: { href: string; text: string; lang: string; aside: string }[] }) {
  return (
    <ul className="flex flex-col">
      {items.map(({ href, text, lang, aside }) => (
        <li key={href} className="flex justify-between gap-6 border-b border-line py-2 wrap-anywhere">
          <Link href={href} lang={lang}>
            {text}
          </Link>
          <span className="shrink-0 text-end text-sm text-muted">{aside}</span>
        </li>
      ))}
    </ul>
  );
}
