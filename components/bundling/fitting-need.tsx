"use client";
import { useLocale } from "next-intl";
import { formatMoneyRange, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { NeedFit } from "@/server/bundling/queries";
import { windowText } from "../needs/window-text";
import { type BundlingWords, SharedReasons } from "./shared-reasons";

type Props = Pick<NeedFit, "need" | "reasons"> & { words: BundlingWords };

/** A need that fits, and what it has in common with the programme. */
export function FittingNeed({ need, reasons, words }: Props) {
  const locale = useLocale() as Locale;
  return (
    <>
      <p className="wrap-anywhere">
        <Link href={`/needs/${need.id}`} lang={need.language} className="font-bold">
          {need.title}
        </Link>
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <span>{need.buyerName}</span>
        <span>{windowText(need, locale)}</span>
        {need.valueMinCents !== null && need.valueMaxCents !== null && (
          <span className="tabular-nums">
            {formatMoneyRange(need.valueMinCents, need.valueMaxCents, locale)}
          </span>
        )}
      </p>
      <SharedReasons reasons={reasons} words={words} />
    </>
  );
}
