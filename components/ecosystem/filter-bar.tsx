import { useLocale } from "next-intl";
import { Button } from "@/components/ui/button";
import { Chip, ChipRow } from "@/components/ui/chip";
import { localPath } from "@/components/ui/local-path";
import { type Option, SelectField } from "@/components/ui/select-field";
import { hrefWith } from "./filters";

export type Filter = { name: string; label: string; options: Option[] };
type Props = {
  path: string;
  filters: Filter[];
  asked: Readonly<Record<string, string | undefined>>;
  words: { label: string; any: string; show: string; remove: string };
};

/** Filters that live in the address: choose, and the chips say what is on. Works without JavaScript. */
export function FilterBar({ path, filters, asked, words }: Props) {
  const locale = useLocale();
  const shown = new Set(filters.map(({ name }) => name));
  const kept = Object.entries(asked).filter(([name, value]) => value && !shown.has(name));
  const on = filters.flatMap(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === asked[name]);
    return chosen ? [{ name, text: `${label}: ${chosen.text}` }] : [];
  });
  return (
    <div className="no-print flex flex-col gap-3">
      <form action={localPath(path, locale)} className="flex flex-wrap items-end gap-4">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {filters.map(({ name, label, options }) => (
          <SelectField
            key={`${name}=${asked[name] ?? ""}`}
            name={name}
            label={label}
            options={options}
            empty={words.any}
            defaultValue={asked[name] ?? ""}
            className="w-full sm:w-60"
          />
        ))}
        <Button type="submit">{words.show}</Button>
      </form>
      {on.length > 0 && (
        <ChipRow label={words.label}>
          {on.map(({ name, text }) => (
            <Chip key={name} href={hrefWith(path, asked, name, null)} removeLabel={words.remove}>
              {text}
            </Chip>
          ))}
        </ChipRow>
      )}
    </div>
  );
}
