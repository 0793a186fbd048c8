import { formatMoney, type Locale } from "@/components/ui/format";

const WORDS: Record<string, string> = {
  certainty: "certainty",
  procedure: "procedure",
  visibility: "visibility",
  language: "language",
  windowPrecision: "precision",
};

/** How a field of a need reads where someone else saved another value. */
export function showField(t: (key: string) => string, locale: Locale) {
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return formatMoney(value, locale, "exact");
    if (Array.isArray(value)) return value.join("\n");
    return WORDS[field] ? t(`${WORDS[field]}.${value}`) : String(value);
  };
}
