"use client";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/components/ui/format";
import type { NamedReasons } from "@/server/bundling/queries";
import type { Choice } from "../needs/choice";
import { windowText } from "../needs/window-text";

export type BundlingWords = Record<"themes" | "ecosystems", Choice[]>;

/** Why needs belong together: one line for each thing that they have in common. */
export function SharedReasons({ reasons, words }: { reasons: NamedReasons; words: BundlingWords }) {
  const t = useTranslations("bundling");
  const locale = useLocale() as Locale;
  const nameIn = (list: Choice[], slug: string) =>
    list.find((one) => one.slug === slug)?.name[locale] ?? slug;
  const period = reasons.window && windowText(asWindow(reasons.window), locale);
  return (
    <dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      {reasons.words.length > 0 && (
        <Reason term={t("shared.words")}>
          <span className="flex flex-wrap gap-1.5">
            {reasons.words.map((word) => (
              <span key={word.nl} className="rounded-sm bg-action-subtle px-1.5 text-action">
                {word[locale]}
              </span>
            ))}
          </span>
        </Reason>
      )}
      {reasons.cpv && (
        <Reason term={t("shared.cpv")}>
          <span className="tabular-nums">{reasons.cpv}</span> {reasons.cpvName?.[locale]}
        </Reason>
      )}
      {period && <Reason term={t("shared.window")}>{period}</Reason>}
      {reasons.theme && <Reason term={t("shared.theme")}>{nameIn(words.themes, reasons.theme)}</Reason>}
      {reasons.ecosystems.length > 0 && (
        <Reason term={t("shared.ecosystems")}>
          {reasons.ecosystems.map((slug) => nameIn(words.ecosystems, slug)).join(", ")}
        </Reason>
      )}
      {reasons.place && <Reason term={t("shared.place")}>{reasons.place}</Reason>}
    </dl>
  );
}

const asWindow = ({ start, end }: { start: string; end: string }) => ({ windowStart: start, windowEnd: end });

function Reason({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
