import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Chip, ChipRow } from "@/components/ui/chip";
import { CheckboxField } from "@/components/ui/choice-field";
import { Disclosure } from "@/components/ui/disclosure";
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
      <form key={JSON.stringify(filter)} method="get" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end gap-3">
          <TextField
            className="min-w-0 grow basis-60 sm:grow-0 sm:basis-96"
            type="search"
            name="q"
            label={t("filter.q")}
            defaultValue={filter.q}
            maxLength={200}
          />
          <Button type="submit" variant="primary" icon="search">
            {t("filter.apply")}
          </Button>
        </div>
        <Disclosure summary={t("filter.more")} open={on.some(({ name }) => name !== "q")}>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-x-6 gap-y-4">
            <SelectField
              name="phase"
              label={t("filter.phase")}
              empty={t("filter.anyPhase")}
              defaultValue={filter.phase ?? ""}
              options={PHASES.map((phase) => ({ value: phase, text: t(`phase.${phase}`) }))}
            />
            <SelectField
              name="theme"
              label={t("filter.theme")}
              empty={t("filter.anyTheme")}
              defaultValue={filter.theme ?? ""}
              options={names.themes}
            />
            <SelectField
              name="ecosystem"
              label={t("filter.ecosystem")}
              empty={t("filter.anyEcosystem")}
              defaultValue={filter.ecosystem ?? ""}
              options={names.ecosystems}
            />
            <SelectField
              name="element"
              label={t("filter.element")}
              empty={t("filter.anyElement")}
              defaultValue={filter.element ?? ""}
              options={names.elements}
            />
            {isSignedIn && (
              <CheckboxField
                name="mine"
                value="1"
                label={t("filter.mineOnly")}
                defaultChecked={filter.mine}
              />
            )}
          </div>
        </Disclosure>
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
