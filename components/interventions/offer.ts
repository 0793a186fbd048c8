import type { OptionGroup } from "@/components/ui/select-field";
import type { Language } from "@/db/enums";
import type { RegionPack } from "@/db/regions/schema";

type Instruments = RegionPack["instruments"];
type Offer = { advised: Instruments; fitting: Instruments; other: Instruments };

/** The catalogue's offer for a cell as groups to choose from; empty groups are left out. */
export function offerOf(
  { advised, fitting, other }: Offer,
  locale: Language,
  names: { advised: string; fitting: string; other: string },
): OptionGroup[] {
  const group = (name: string, instruments: Instruments): OptionGroup => ({
    group: name,
    options: instruments.map(({ slug, name: text }) => ({ value: slug, text: text[locale] })),
  });
  return [group(names.advised, advised), group(names.fitting, fitting), group(names.other, other)].filter(
    ({ options }) => options.length > 0,
  );
}
