import { getLocale, getTranslations } from "next-intl/server";
import { itemsOf, type LinkItem } from "@/components/collaboration/chain-links";
import { readChain } from "@/components/collaboration/read-chain";
import { formatMoney, type Locale } from "@/components/ui/format";
import type { Programme } from "@/server/programmes/queries/programme";
import { questionsOf } from "../questions-asked";
import { clip, firstOf } from "./shorten";

type Line = { key: string; text: string; lang?: string; beside?: string };
const MOST = 4;

/** What is pledged, asked and done: pledges, questions, skills, interventions, challenges and decisions. */
export async function PaperFollowed({ programme }: { programme: Programme }) {
  const [t, p, c, locale] = await Promise.all([
    getTranslations("papers"),
    getTranslations("programmes"),
    getTranslations("collaboration"),
    getLocale() as Promise<Locale>,
  ]);
  const items = itemsOf(await readChain({ kind: "programme", id: programme.id }), locale);
  const ofChain = (list: LinkItem[]): Line[] =>
    list.map(({ id, title, language, state, amountCents }) => ({
      key: id,
      text: title,
      lang: language ?? undefined,
      beside: [state && c(`state.${state}`), amountCents !== null && formatMoney(amountCents, locale)]
        .filter(Boolean)
        .join(", "),
    }));
  const parts: [string, Line[]][] = [
    [
      t("pledges"),
      programme.pledges.map((pledge) => ({
        key: pledge.id,
        text: pledge.title,
        lang: pledge.language,
        beside: [
          clip(pledge.organisation.name, 40),
          p(`pledgeKind.${pledge.kind}`),
          pledge.yearFrom === pledge.yearTo ? pledge.yearFrom : `${pledge.yearFrom}–${pledge.yearTo}`,
          pledge.amountCents !== null && formatMoney(pledge.amountCents, locale),
        ]
          .filter(Boolean)
          .join(", "),
      })),
    ],
    [
      t("questions"),
      questionsOf(programme.needs).map(({ words, needs }) => ({
        key: words,
        text: words,
        lang: needs[0]?.language,
      })),
    ],
    [
      t("skills"),
      programme.skills.map(({ name, level, years }) => ({
        key: `${name}:${level}`,
        text: [name, level && `(${level})`].filter(Boolean).join(" "),
        beside: years.map(({ year }) => year).join(", "),
      })),
    ],
    [t("interventions"), ofChain(items.intervention)],
    [t("challenges"), ofChain(items.challenge)],
    [t("decisions"), ofChain([...items.selection, ...items.award])],
  ];
  return (
    <div className="board-paper-columns board-paper-columns--even">
      {parts.map(([title, lines]) => (
        <Part
          key={title}
          title={title}
          lines={lines}
          none={t("none")}
          more={(count) => t("more", { count })}
        />
      ))}
    </div>
  );
}

type PartProps = { title: string; lines: Line[]; none: string; more: (count: number) => string };

function Part({ title, lines, none, more }: PartProps) {
  const { shown, left } = firstOf(lines, MOST);
  return (
    <section className="flex flex-col gap-1">
      <h2 className="text-md">{title}</h2>
      {lines.length === 0 && <p className="text-muted">{none}</p>}
      <ul className="flex list-disc flex-col gap-0.5 ps-4">
        {shown.map(({ key, text, lang, beside }) => (
          <li key={key}>
            <span lang={lang}>{clip(text, 100)}</span>
            {beside && <span className="text-sm text-muted"> {clip(beside, 90)}</span>}
          </li>
        ))}
        {left.length > 0 && <li>{more(left.length)}</li>}
      </ul>
    </section>
  );
}
