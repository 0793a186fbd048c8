import { formatDate, formatMoney } from "@/components/ui/format";
import type { OptionGroup } from "@/components/ui/select-field";
import type { Language } from "@/db/enums";

const FIELDS = [
  "title",
  "description",
  "language",
  "instrument",
  "partners",
  "budgetCents",
  "startsOn",
  "endsOn",
  "target",
  "target.indicator",
  "target.unit",
  "target.baseline",
  "target.goal",
  "target.reviewOn",
] as const;

/** What each field is called, for the form and its summaries. */
export const fieldLabels = (t: (key: string) => string): Record<string, string> =>
  Object.fromEntries(FIELDS.map((field) => [field, t(field.replace("target.", ""))]));

type Choices = { instruments: OptionGroup[]; partners: { id: string; name: string }[] };

/** How a field's value reads where two people's versions stand side by side. */
export function showField(field: string, value: unknown, locale: Language, choices: Choices): string {
  if (value === null || value === undefined || value === "") return "";
  switch (field) {
    case "budgetCents":
      return formatMoney(value as number, locale, "exact");
    case "startsOn":
    case "endsOn":
      return formatDate(value as string, locale);
    case "instrument":
      return (
        choices.instruments.flatMap(({ options }) => options).find((one) => one.value === value)?.text ??
        String(value)
      );
    case "partners":
      return (value as string[])
        .map((id) => choices.partners.find((one) => one.id === id)?.name ?? id)
        .join(", ");
    case "target":
      return Object.values(value as Record<string, unknown>).join(", ");
    default:
      return String(value);
  }
}
