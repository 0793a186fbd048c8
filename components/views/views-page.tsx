import { getLocale, getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { formatDate, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { SaveView } from "@/server/views/input";
import type { OwnViews } from "@/server/views/queries";
import { CalendarActions } from "./calendar-actions";
import { SaveViewForm } from "./save-view";
import { ViewActions } from "./view-actions";

type Props = {
  own: OwnViews;
  /** The view of the roadmap that the reader came from to keep it. */
  saving: Pick<SaveView, "address" | "filters"> | null;
  organisation: string | null;
};

/** The reader's views of the roadmap, each with its calendar, and the calendar of what they follow. */
export async function ViewsPage({ own, saving, organisation }: Props) {
  const t = await getTranslations("views");
  return (
    <Page>
      <PageHeader title={t("title")} finding={t("finding", { count: own.views.length })} />
      <FeatureMessages namespaces={["views"]}>
        {saving && (
          <Section title={t("save.title")}>
            <p className="max-w-measure">
              {t.rich("save.about", { view: (text) => <Link href={saving.address}>{text}</Link> })}
            </p>
            <SaveViewForm {...saving} />
          </Section>
        )}
        <Section title={t("list.title")}>
          {own.views.length === 0 ? (
            <p className="max-w-measure">
              {t("list.empty")} <Link href="/roadmap">{t("list.roadmap")}</Link>
            </p>
          ) : (
            <ul className="flex flex-col">
              {own.views.map(({ id, name, address, ...calendar }) => (
                <li key={id} className="grid gap-x-8 gap-y-3 border-t border-line py-4 md:grid-cols-2">
                  <div className="flex min-w-0 flex-col gap-3">
                    <h3 className="text-lg">
                      <Link href={address}>{name}</Link>
                    </h3>
                    <ViewActions id={id} name={name} />
                  </div>
                  <Calendar viewId={id} {...calendar} />
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={t("calendar.title")}>
          <p className="max-w-measure">
            {organisation === null ? t("calendar.aboutAlone") : t("calendar.about", { organisation })}
          </p>
          <Calendar viewId={null} {...own.following} />
        </Section>
      </FeatureMessages>
    </Page>
  );
}

type CalendarProps = { viewId: string | null; calendarSince: Date | null; calendarReadAt: Date | null };

async function Calendar({ viewId, calendarSince, calendarReadAt }: CalendarProps) {
  const [t, locale] = await Promise.all([getTranslations("views.calendar"), getLocale() as Promise<Locale>]);
  const state = calendarSince
    ? [
        t("since", { date: formatDate(calendarSince, locale) }),
        calendarReadAt ? t("read", { date: formatDate(calendarReadAt, locale) }) : t("unread"),
      ].join(", ")
    : t("none");
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <p className="text-sm text-muted">{state}</p>
      <CalendarActions viewId={viewId} exists={calendarSince !== null} />
    </div>
  );
}
