"use client";
import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { SelectField } from "@/components/ui/select-field";
import { sureness } from "../../needs/certainty";
import { type Span, spanStyle } from "../../needs/span";
import { windowText } from "../../needs/window-text";
import type { PlannableNeed, PlannedWindow } from "./plan";

type Props = { need: PlannableNeed; after: PlannedWindow; span: Span; shift: (by: number) => void };

/** A need with its window as it is, in outline, and as it would be; moved no further than its buyer allows. */
export function PlannedNeed({ need, after, span, shift }: Props) {
  const t = useTranslations("windows");
  const locale = useLocale() as Locale;
  const { slackEarlier, slackLater } = need;
  const steps = Array.from({ length: slackEarlier + slackLater + 1 }, (_, at) => at - slackEarlier);
  const said = (by: number) => {
    if (by === 0) return t("stays");
    return by < 0 ? t("earlier", { count: -by }) : t("later", { count: by });
  };
  return (
    <li className="flex flex-col gap-2 border-t border-line py-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="flex min-w-0 flex-col gap-1">
          <p className="wrap-anywhere">
            <Link href={`/needs/${need.id}`} lang={need.language} className="font-bold">
              {need.title}
            </Link>
          </p>
          <p className="flex flex-wrap gap-x-4 text-sm text-muted">
            <span>{need.buyerName}</span>
            <span>
              {after.by === 0
                ? windowText(need, locale)
                : t("fromTo", {
                    from: windowText(need, locale) ?? "",
                    to: windowText(after, locale) ?? "",
                  })}
            </span>
            {need.asked && (
              <span>
                {t("askedBefore", {
                  window: windowText({ ...need.asked, windowPrecision: need.windowPrecision }, locale) ?? "",
                })}
              </span>
            )}
          </p>
        </div>
        {steps.length > 1 ? (
          <SelectField
            id={`shift-${need.id}`}
            className="w-48"
            label={t("shift")}
            value={String(after.by)}
            options={steps.map((by) => ({ value: String(by), text: said(by) }))}
            onChange={(event) => shift(Number(event.target.value))}
          />
        ) : (
          <p className="text-sm text-muted">{t("fixed")}</p>
        )}
      </div>
      <div aria-hidden="true" className="relative h-4 bg-well">
        <span className="absolute inset-y-0 border border-dashed border-edge" style={spanStyle(need, span)} />
        <span
          className={`absolute inset-y-1 drawn-${sureness[need.certainty]}`}
          style={spanStyle(after, span)}
        />
      </div>
    </li>
  );
}
