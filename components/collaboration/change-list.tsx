import { getLocale, getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDate, formatMoney, type Locale } from "@/components/ui/format";
import type { SubjectKind } from "@/db/enums";
import type { Changes } from "@/db/schema/events";
import { namesOfWords } from "./change-words";

const LONGEST = 600;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Before and after of each changed field, one key away. */
export async function ChangeList({ kind, changes }: { kind: SubjectKind; changes: Changes }) {
  const [t, locale, nameOf] = await Promise.all([
    getTranslations("collaboration"),
    getLocale() as Promise<Locale>,
    namesOfWords(),
  ]);
  const fields = Object.keys(changes).filter((field) => !isReference(changes[field]));
  if (fields.length === 0) return null;
  const show = (field: string, value: unknown) =>
    wordsOf(field, value, locale, (word) => nameOf(kind, field, word)) ?? t("nothing");
  return (
    <Disclosure summary={t(isFirst(changes) ? "filledIn" : "changed", { count: fields.length })}>
      <dl className="flex flex-col gap-2 text-sm">
        {fields.map((field) => (
          <div key={field}>
            <dt className="text-muted">{t.has(`field.${field}`) ? t(`field.${field}`) : field}</dt>
            <dd className="break-words">
              {changes[field]?.from !== undefined && (
                <>
                  <span className="sr-only">{t("was")} </span>
                  <del className="text-muted">{show(field, changes[field]?.from)}</del>{" "}
                </>
              )}
              <span className="sr-only">{t("is")} </span>
              <ins className="no-underline">{show(field, changes[field]?.to)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

/** Of what has just been made everything is new, and nothing changed. */
const isFirst = (changes: Changes) => Object.values(changes).every((change) => change?.from === undefined);

/** An identifier tells a reader nothing. */
export function isReference(change: Changes[string] | undefined): boolean {
  return [change?.from, change?.to].some((value) => typeof value === "string" && UUID.test(value));
}

/** A recorded value as people read it; null for nothing. */
export function wordsOf(
  field: string,
  value: unknown,
  locale: Locale,
  nameOf: (word: string) => string | undefined = () => undefined,
): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number" && field.endsWith("Cents")) return formatMoney(value, locale, "exact");
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value))
    return formatDate(value, locale, { time: true });
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, locale);
  if (Array.isArray(value))
    return value.length === 0
      ? null
      : value.map((one) => wordsOf(field, one, locale, nameOf) ?? "–").join(", ");
  if (typeof value === "object")
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${wordsOf(key, part, locale) ?? "–"}`)
      .join("; ");
  const text = nameOf(String(value)) ?? String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
