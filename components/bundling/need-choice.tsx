"use client";
import { useLocale, useTranslations } from "next-intl";
import { CertaintyMark } from "@/components/ui/certainty-mark";
import { formatMoneyRange, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { SuggestedNeed } from "@/server/bundling/queries";
import { sureness } from "../needs/certainty";
import { type Span, spanStyle } from "../needs/span";
import { windowText } from "../needs/window-text";

type Props = {
  need: SuggestedNeed;
  /** The period that all windows are drawn in. */
  span: Span;
  name: string;
  isChosen: boolean;
  choose: (isChosen: boolean) => void;
};

/** A need of a suggestion, to take or to leave, with its window drawn beside those of the others. */
export function NeedChoice({ need, span, name, isChosen, choose }: Props) {
  const t = useTranslations("needs");
  const locale = useLocale() as Locale;
  const id = `${name}-${need.id}`;
  return (
    <li className="flex flex-col gap-1.5 border-t border-line py-3">
      <div className="flex items-start gap-3">
        <input
          type="checkbox"
          id={id}
          aria-labelledby={`${id}-title`}
          checked={isChosen}
          onChange={(event) => choose(event.target.checked)}
          className="mt-1 size-5 shrink-0 accent-action"
        />
        <div className="flex min-w-0 flex-1 flex-col gap-1.5">
          <p className="wrap-anywhere">
            <Link id={`${id}-title`} href={`/needs/${need.id}`} lang={need.language} className="font-bold">
              {need.title}
            </Link>
          </p>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
            <span>{need.buyerName}</span>
            <span>{windowText(need, locale)}</span>
            {need.valueMinCents !== null && need.valueMaxCents !== null && (
              <span className="tabular-nums">
                {formatMoneyRange(need.valueMinCents, need.valueMaxCents, locale)}
              </span>
            )}
            <CertaintyMark sureness={sureness[need.certainty]} word={t(`certainty.${need.certainty}`)} />
          </p>
          <div aria-hidden="true" className="relative h-3 bg-well">
            <span
              className={`absolute inset-y-0 drawn-${sureness[need.certainty]}`}
              style={spanStyle(need, span)}
            />
          </div>
        </div>
      </div>
    </li>
  );
}
