import { getLocale, getTranslations } from "next-intl/server";
import { formatDate, type Locale } from "@/components/ui/format";
import type { Task } from "@/server/notifications/queries/tasks";
import { daysLeft } from "./days-left";

const SOON = 7;
const DAYS_TOLD = 60;
const DAYS_OF_MONTH = 30.44;

/** Before when, and how long that still is; near or past stands out in weight and in words. Without one, since when. */
export async function Deadline({ task: { deadline, isWholeDay, since } }: { task: Task }) {
  const [t, locale] = await Promise.all([getTranslations("notifications"), getLocale() as Promise<Locale>]);
  if (!deadline)
    return (
      <p className="text-sm text-muted">
        <time dateTime={since.toISOString()}>
          {t("since", { when: formatDate(since, locale, { short: true }) })}
        </time>
      </p>
    );
  const days = daysLeft(deadline, new Date());
  const left =
    days > DAYS_TOLD
      ? t("monthsLeft", { count: Math.round(days / DAYS_OF_MONTH) })
      : days < 0
        ? t("late", { count: -days })
        : t("daysLeft", { count: days });
  return (
    <p className="flex flex-wrap gap-x-2 text-sm sm:flex-col">
      <time dateTime={deadline.toISOString()} className="text-body">
        {t("before", { when: formatDate(deadline, locale, { short: true, time: !isWholeDay }) })}
      </time>
      <span className={days <= SOON ? "font-bold text-attention" : "text-muted"}>{left}</span>
    </p>
  );
}
