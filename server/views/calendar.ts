import ical, { ICalEventTransparency } from "ical-generator";
import type { Certainty, Language } from "@/db/enums";
import type { CalendarNeed } from "./queries";

const WORDS: Record<
  Language,
  { following: string; opens: string; window: string; value: string; certainty: Record<Certainty, string> }
> = {
  nl: {
    following: "Bundel: wat ik volg",
    opens: "Venster gaat open",
    window: "Venster",
    value: "Waarde",
    certainty: {
      idea: "idee",
      "draft-budget": "in conceptbegroting",
      budgeted: "begroot",
      announced: "aangekondigd",
    },
  },
  en: {
    following: "Bundel: what I follow",
    opens: "Window opens",
    window: "Window",
    value: "Value",
    certainty: {
      idea: "idea",
      "draft-budget": "in draft budget",
      budgeted: "budgeted",
      announced: "announced",
    },
  },
};
const REGIONAL: Record<Language, string> = { nl: "nl-NL", en: "en-GB" };
const HOUR = 60 * 60;

type Given = { language: Language; name: string | null; needs: CalendarNeed[]; site: string };

/**
 * A calendar (RFC 5545) with a whole day for each window that opens. An event keeps its identity and counts its changes,
 * so that a moved window moves in the reader's calendar.
 */
export function calendarOf({ language, name, needs, site }: Given): string {
  const words = WORDS[language];
  const calendar = ical({
    name: name === null ? words.following : `Bundel: ${name}`,
    prodId: { company: "Bundel", product: "roadmap", language: language.toUpperCase() },
    ttl: HOUR,
  });
  for (const need of needs)
    calendar.createEvent({
      id: `${need.id}@bundel`,
      sequence: need.version,
      stamp: need.updatedAt,
      lastModified: need.updatedAt,
      allDay: true,
      start: new Date(`${need.windowStart}T00:00:00Z`),
      end: nextDay(need.windowStart),
      timezone: null,
      summary: `${words.opens}: ${need.title}`,
      description: detailsOf(need, language),
      url: `${site}/${language}/needs/${need.id}`,
      // Nobody is busy because a window opens.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
}

function detailsOf(need: CalendarNeed, language: Language): string {
  const words = WORDS[language];
  const day = new Intl.DateTimeFormat(REGIONAL[language], { dateStyle: "long", timeZone: "UTC" });
  const money = new Intl.NumberFormat(REGIONAL[language], {
    style: "currency",
    currency: "EUR",
    maximumFractionDigits: 0,
  });
  const window = [need.windowStart, need.windowEnd].map((date) => day.format(new Date(`${date}T00:00:00Z`)));
  const value = [need.valueMinCents, need.valueMaxCents].map((cents) => money.format((cents ?? 0) / 100));
  return [
    need.buyer,
    `${words.window}: ${window.join(" – ")}`,
    `${words.value}: ${value.join(" – ")}, ${words.certainty[need.certainty]}`,
  ].join("\n");
}

/** The end of a whole day is the next one, and not within. */
const nextDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR * 1000);
