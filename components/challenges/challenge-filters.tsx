import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Chip, ChipRow } from "@/components/ui/chip";
import { CheckboxField } from "@/components/ui/choice-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { ListChallenges } from "@/server/challenges/input";
import { namesIn } from "./names";

const PHASES = ["open", "closed", "under-review", "decided", "cancelled"] as const;
type Name = "q" | "phase" | "theme" | "ecosystem" | "element" | "mine";

/** The filters of the list: a form that works without JavaScript, and what is on as chips that can be taken off. */
export async function ChallengeFilters({
  filter,
  isSignedIn,
}: {
  filter: ListChallenges;
  isSignedIn: boolean;
}) {
  const [t, locale] = [await getTranslations("challenges"), (await getLocale()) as "nl" | "en"];
  const names = await namesIn(locale);
  const on: { name: Name; text: string }[] = [
    ...(filter.q ? [{ name: "q" as const, text: filter.q }] : []),
    ...(filter.phase ? [{ name: "phase" as const, text: t(`phase.${filter.phase}`) }] : []),
    ...(filter.theme ? [{ name: "theme" as const, text: names.themeName(filter.theme) }] : []),
    ...(filter.ecosystem
      ? [{ name: "ecosystem" as const, text: names.ecosystemName(filter.ecosystem) }]
      : []),
    ...(filter.element ? [{ name: "element" as const, text: names.elementName(filter.element) }] : []),
    ...(filter.mine ? [{ name: "mine" as const, text: t("filter.mineOnly") }] : []),
  ];
  return (
    <div className="flex flex-col gap-4">
      <form method="get" className="flex flex-wrap items-end gap-4">
        <TextField
          name="q"
          label={t("filter.q")}
          defaultValue={filter.q}
          maxLength={200}
          className="max-w-72"
        />
        <SelectField
          name="phase"
          label={t("filter.phase")}
          empty={t("filter.anyPhase")}
          defaultValue={filter.phase ?? ""}
          options={PHASES.map((phase) => ({ value: phase, text: t(`phase.${phase}`) }))}
          className="max-w-56"
        />
        <SelectField
          name="theme"
          label={t("filter.theme")}
          empty={t("filter.anyTheme")}
          defaultValue={filter.theme ?? ""}
          options={names.themes}
          className="max-w-72"
        />
        <SelectField
          name="ecosystem"
          label={t("filter.ecosystem")}
          empty={t("filter.anyEcosystem")}
          defaultValue={filter.ecosystem ?? ""}
          options={names.ecosystems}
          className="max-w-72"
        />
        <SelectField
          name="element"
          label={t("filter.element")}
          empty={t("filter.anyElement")}
          defaultValue={filter.element ?? ""}
          options={names.elements}
          className="max-w-56"
        />
        {isSignedIn && (
          <CheckboxField
            name="mine"
            value="1"
            label={t("filter.mineOnly")}
            defaultChecked={filter.mine}
            className="max-w-72"
          />
        )}
        <Button type="submit">{t("filter.apply")}</Button>
      </form>
      {on.length > 0 && (
        <ChipRow label={t("filter.active")}>
          {on.map(({ name, text }) => (
            <Chip key={name} href={`/challenges${without(filter, name)}`} removeLabel={t("filter.remove")}>
              {text}
            </Chip>
          ))}
        </ChipRow>
      )}
    </div>
  );
}

function without(filter: ListChallenges, name: Name): string {
  const kept = new URLSearchParams();
  for (const [key, value] of Object.entries(filter))
    if (key !== name && value) kept.set(key, value === true ? "1" : String(value));
  return kept.size > 0 ? `?${kept}` : "";
}
