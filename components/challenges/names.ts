import { caller } from "@/server/trpc/caller";

type Named = { slug: string; name: { nl: string; en: string } };

/** The region's words in the reader's language, as options and as a way from slug to name. */
export async function namesIn(locale: "nl" | "en") {
  const words = await (await caller()).regions.words();
  const optionsOf = (list: readonly Named[]) =>
    list.map(({ slug, name }) => ({ value: slug, text: name[locale] }));
  const nameAmong = (list: readonly Named[]) => (slug: string) =>
    list.find((one) => one.slug === slug)?.name[locale] ?? slug;
  return {
    themes: optionsOf(words.missionThemes),
    ecosystems: optionsOf(words.ecosystems),
    elements: optionsOf(words.elements),
    themeName: nameAmong(words.missionThemes),
    ecosystemName: nameAmong(words.ecosystems),
    elementName: nameAmong(words.elements),
  };
}
