import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDate } from "@/components/ui/format";
import type { Subject } from "@/server/collaboration/input";
import type { PastEvent } from "@/server/collaboration/queries/history";
import { caller } from "@/server/trpc/caller";
import { ChangeList } from "./change-list";
import { sentenceOfEvent, whoDid } from "./sentence";

const SHOWN = 5;
const MOST = 50;

/** What happened to one object: who, when, on whose behalf, and what it was before. */
export async function History({ kind, id }: Subject) {
  const [api, t] = await Promise.all([caller(), getTranslations("collaboration")]);
  const events = await api.collaboration.history({ kind, id, limit: MOST });
  if (events.length === 0) return null;
  const [recent, earlier] = [events.slice(0, SHOWN), events.slice(SHOWN)];
  return (
    <Section title={t("history")} id="history">
      <Events events={recent} />
      {earlier.length > 0 && (
        <Disclosure summary={t("earlier", { count: earlier.length })}>
          <Events events={earlier} />
        </Disclosure>
      )}
    </Section>
  );
}

async function Events({ events }: { events: PastEvent[] }) {
  const [t, locale] = await Promise.all([getTranslations("collaboration"), getLocale()]);
  return (
    <ol className="flex flex-col gap-3">
      {events.map((event) => (
        <li key={event.seq} className="border-s-2 border-line ps-3">
          <p>{sentenceOfEvent(event, t)}</p>
          <p className="text-sm text-muted">
            {whoDid(event, t)}
            {", "}
            <time dateTime={event.at.toISOString()}>
              {formatDate(event.at, locale as "nl" | "en", { time: true, short: true })}
            </time>
          </p>
          <ChangeList changes={event.changes} />
        </li>
      ))}
    </ol>
  );
}
