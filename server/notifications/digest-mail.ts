import type { Language } from "@/db/enums";
import { subjectPath } from "../collaboration/input";
import type { Happening } from "../collaboration/queries/history";
import { siteAddress } from "../core/site";
import { type Texts, textsOf } from "../i18n/texts";
import { TIME_ZONE } from "../i18n/time-zone";
import type { Mail } from "../mail/send";
import { unsubscribeHeaders, unsubscribePage } from "../mail/unsubscribe";
import type { Digest, DigestDuty } from "./queries/digest";

const MOST_SUBJECTS = 20;
const MOST_LINES = 5;
const MOST_DUTIES = 15;

/** The digest as a mail, in the language of who gets it: what waits for them, then what changed. */
export function composeDigest(digest: Digest): Mail {
  const { personId, to, name, language, news, duties } = digest;
  const t = textsOf(language, "mail");
  const subjects = bySubject(news);
  const parts = [
    t("greeting", { name: oneLine(name) }),
    duties.length > 0 && dutiesPart(digest, t),
    subjects.length > 0 && newsPart(subjects, language, t),
    [
      t("why"),
      t("change", { link: `${siteAddress()}/${language}/profile#mail` }),
      t("unsubscribe", { link: unsubscribePage(personId, language) }),
    ].join("\n"),
  ];
  return {
    to,
    subject: `Bundel: ${t("subject", { changed: subjects.length, waiting: duties.length })}`,
    text: parts.filter(Boolean).join("\n\n"),
    headers: { ...unsubscribeHeaders(personId, language), "Auto-Submitted": "auto-generated" },
  };
}

function dutiesPart({ duties, language, isOfSeveral }: Digest, t: Texts): string {
  const tasks = textsOf(language, "notifications");
  const line = (duty: DigestDuty) =>
    [
      `- ${oneLine(duty.title)}`,
      tasks(`task.${duty.task}.why`, { count: duty.count }),
      duty.deadline && tasks("before", { when: moment(duty.deadline, language, !duty.isWholeDay) }),
      isOfSeveral && duty.organisation && t("onBehalfOf", { organisation: oneLine(duty.organisation) }),
      `${siteAddress()}/${language}${duty.href}`,
    ]
      .filter(Boolean)
      .join("\n  ");
  return [
    `${t("waiting", { count: duties.length })}\n`,
    ...duties.slice(0, MOST_DUTIES).map(line),
    ...more(duties.length - MOST_DUTIES, "inbox", language, t),
  ].join("\n");
}

function newsPart(subjects: Happening[][], language: Language, t: Texts): string {
  const words = textsOf(language, "collaboration");
  const part = (events: Happening[]) => {
    const [first] = events as [Happening, ...Happening[]];
    const href = subjectPath(first.kind, first.subjectId);
    const lines = events
      .slice(0, MOST_LINES)
      .map((event) => `${sentence(event, words)}: ${who(event, words)}, ${moment(event.at, language)}`);
    const rest = events.length - lines.length;
    return [
      `- ${oneLine(first.title ?? words("activity.untitled"))}`,
      ...lines,
      ...(rest > 0 ? [t("andMore", { count: rest })] : []),
      ...(href ? [`${siteAddress()}/${language}${href}`] : []),
    ].join("\n  ");
  };
  return [
    `${t("changed", { count: subjects.length })}\n`,
    ...subjects.slice(0, MOST_SUBJECTS).map(part),
    ...more(subjects.length - MOST_SUBJECTS, "inbox", language, t),
  ].join("\n");
}

/** Events by what they are about, in the order of their newest. */
function bySubject(news: Happening[]): Happening[][] {
  const groups = new Map<string, Happening[]>();
  for (const event of news) {
    const key = `${event.kind}:${event.subjectId}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()];
}

const more = (count: number, page: string, language: Language, t: Texts) =>
  count > 0 ? [`${t("andMore", { count })}\n  ${siteAddress()}/${language}/${page}`] : [];

function sentence({ verb, kind }: Happening, words: Texts): string {
  return words.has(`verb.${verb}`)
    ? words(`verb.${verb}`)
    : words("verb.unknown", { kind: words(`kind.${kind}`) });
}

function who({ actorName, organisationName, isErased, hasActor }: Happening, words: Texts): string {
  const name = isErased ? words("erasedAccount") : actorName;
  if (name && organisationName)
    return oneLine(words("whoFor", { who: name, organisation: organisationName }));
  if (name) return oneLine(name);
  if (organisationName) return oneLine(words("someoneOf", { organisation: organisationName }));
  return words(hasActor ? "someone" : "byItself");
}

/** What people typed cannot begin a line of its own, and so look like a part of the mail. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function moment(at: Date, language: Language, withTime = true): string {
  return new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    ...(withTime && { hour: "2-digit", minute: "2-digit", timeZoneName: "short" }),
    timeZone: TIME_ZONE,
  }).format(at);
}
