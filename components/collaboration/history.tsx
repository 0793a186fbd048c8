import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDate, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Subject } from "@/server/collaboration/input";
import type { PastEvent } from "@/server/collaboration/queries/history";
import { caller } from "@/server/trpc/caller";
import { ChangeList, isReference } from "./change-list";
import { Looked } from "./looked";
import { sentenceOfEvent, whoDid } from "./sentence";

const SHOWN = 5;
const MOST = 50;

type Props = Subject & {
  /** Where the reader can change it, and so restore it. */
  editHref?: string;
};

/** What happened to one object: who, when, on whose behalf, and what it was before. */
export async function History({ kind, id, editHref }: Props) {
  const [api, t, locale] = await Promise.all([caller(), getTranslations("collaboration"), getLocale()]);
  const [events, look] = await Promise.all([
    api.collaboration.history({ kind, id, limit: MOST }),
    api.collaboration.lastLook({ kind, id }),
  ]);
  const newest = events[0];
  if (!newest) return null;
  const isNew = (event: PastEvent) => !!look?.at && event.seq > look.seq && !event.isMine;
  const fresh = events.filter(isNew).length;
  const current = events.find(changesFields);
  const restoreHref = (event: PastEvent) =>
    editHref && changesFields(event) && event !== current ? `${editHref}?as=${event.seq}` : null;
  const [recent, earlier] = [events.slice(0, SHOWN), events.slice(SHOWN)];
  return (
    <Section title={t("history")} id="history">
      {look?.at && fresh > 0 && (
        <p className="text-sm">
          {t("newSince", {
            count: fresh,
            when: formatDate(look.at, locale as Locale, { time: true, short: true }),
          })}
        </p>
      )}
      <Events events={recent} isNew={isNew} restoreHref={restoreHref} />
      {earlier.length > 0 && (
        <Disclosure summary={t("earlier", { count: earlier.length })}>
          <Events events={earlier} isNew={isNew} restoreHref={restoreHref} />
        </Disclosure>
      )}
      {look && <Looked at={{ kind, id }} seq={newest.seq} />}
    </Section>
  );
}

const changesFields = ({ changes }: PastEvent) =>
  Object.keys(changes).some((field) => !PASSING.includes(field) && !isReference(changes[field]));
/** What forms do not set. */
const PASSING = [
  "status",
  "consent",
  "programme",
  "askedStart",
  "askedEnd",
  "askedReason",
  "closeReason",
  "withdrawReason",
];

type EventsProps = {
  events: PastEvent[];
  isNew: (event: PastEvent) => boolean;
  restoreHref: (event: PastEvent) => string | null;
};

async function Events({ events, isNew, restoreHref }: EventsProps) {
  const [t, locale] = await Promise.all([getTranslations("collaboration"), getLocale()]);
  return (
    <ol className="flex flex-col gap-3">
      {events.map((event) => (
        <li key={event.seq} className="border-s-2 border-line ps-3">
          <p className="flex flex-wrap items-baseline gap-x-2">
            {sentenceOfEvent(event, t)}
            {isNew(event) && <Badge tone="current">{t("new")}</Badge>}
          </p>
          <p className="text-sm text-muted">
            {whoDid(event, t)}
            {", "}
            <time dateTime={event.at.toISOString()}>
              {formatDate(event.at, locale as "nl" | "en", { time: true, short: true })}
            </time>
          </p>
          <ChangeList kind={event.kind} changes={event.changes} />
          <Restore href={restoreHref(event)} label={t("restore")} />
        </li>
      ))}
    </ol>
  );
}

function Restore({ href, label }: { href: string | null; label: string }) {
  return (
    href && (
      <p className="text-sm">
        <Link href={href}>{label}</Link>
      </p>
    )
  );
}
