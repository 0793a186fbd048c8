import { getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/components/ui/format";
import type { ReadNarrative } from "@/server/narratives/queries";
import type { Programme } from "@/server/programmes/queries/programme";
import type { getWords } from "@/server/regions/queries";
import { partnersOf } from "../partners";
import { clip, firstOf } from "./shorten";

type Props = {
  programme: Programme;
  narrative: ReadNarrative;
  words: ReturnType<typeof getWords>;
  period: string | null;
};

const LONGEST_TEXT = 650;
const MOST_NAMES = 4;

/** Why the programme is there, who leads it, who is in it and when. */
export async function PaperAbout({ programme, narrative, words, period }: Props) {
  const [t, p, locale] = await Promise.all([
    getTranslations("papers"),
    getTranslations("programmes"),
    getLocale() as Promise<Locale>,
  ]);
  const named = (list: readonly { slug: string; name: Record<Locale, string> }[], slugs: readonly string[]) =>
    few(
      slugs.map((slug) => list.find((one) => one.slug === slug)?.name[locale] ?? slug),
      t,
    );
  const { buyers, pledgers } = partnersOf(programme);
  const theme = programme.theme ? named(words.missionThemes, [programme.theme]) : null;
  const facts = [
    [p("fact.lead"), clip(programme.lead.name, 60)],
    [
      t("buyers"),
      few(
        buyers.map(({ name }) => name),
        t,
      ),
    ],
    [
      t("pledgers"),
      few(
        pledgers.map(({ name }) => name),
        t,
      ) || t("none"),
    ],
    [p("fact.period"), period],
    [p("fact.theme"), theme],
    [p("fact.elements"), named(words.elements, programme.elements)],
    [p("fact.ecosystems"), named(words.ecosystems, programme.ecosystems)],
  ].filter(([, value]) => value);
  return (
    <section className="board-paper-columns">
      <div lang={programme.language} className="flex flex-col gap-2">
        <p>{clip(textOf(narrative) || programme.description, LONGEST_TEXT)}</p>
      </div>
      <dl className="flex flex-col gap-1">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt className="inline text-muted">{term}: </dt>
            <dd className="inline">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The narrative in one run of sentences; headings and lists have no room here. */
function textOf({ content }: ReadNarrative): string {
  return content
    .flatMap((block) => (block.kind === "paragraph" ? [block.text.map(({ text }) => text).join("")] : []))
    .join(" ");
}

function few(names: readonly string[], t: (key: "more", values: { count: number }) => string): string {
  const { shown, left } = firstOf(names, MOST_NAMES);
  const all = shown.map((name) => clip(name, 42));
  return [...all, ...(left.length > 0 ? [t("more", { count: left.length })] : [])].join(", ");
}
