"use client";
import { useLocale, useTranslations } from "next-intl";
import type { AppFormApi } from "@/components/forms/app-form";
import { RadioGroup } from "@/components/ui/choice-field";
import { DateField } from "@/components/ui/date-field";
import { type Locale, quarterOf } from "@/components/ui/format";
import { QuarterField } from "@/components/ui/quarter-field";
import { WINDOW_PRECISIONS } from "@/db/enums";
import { firstDayOf, lastDayOf, quarterOfDay } from "@/server/core/quarters";
import type { NeedFields } from "@/server/needs/input";

const YEARS_AHEAD = 12;
const SIDES = ["windowStart", "windowEnd"] as const;

/** The period, in quarters or, where more is known, in days. */
export function WindowFields({
  form,
  labels,
}: {
  form: AppFormApi<NeedFields>;
  labels: Record<string, string>;
}) {
  const t = useTranslations("needs");
  const locale = useLocale() as Locale;
  const now = quarterOf(new Date());
  const { year } = now;
  return (
    <>
      <RadioGroup
        {...form.bind.text("windowPrecision")}
        inline
        options={WINDOW_PRECISIONS.map((value) => ({ value, text: t(`precision.${value}`) }))}
      />
      <div className="flex max-w-control flex-wrap gap-x-6 gap-y-4">
        {SIDES.map((side) => {
          if (form.watch("windowPrecision") === "date")
            return <DateField key={`${side}-day`} {...form.bind.optional(side)} />;
          const day = form.watch(side);
          return (
            <QuarterField
              key={side}
              id={side}
              label={labels[side]}
              error={form.errorOf(side)}
              locale={locale}
              from={Math.min(year, day ? Number(day.slice(0, 4)) : year)}
              to={year + YEARS_AHEAD}
              since={earliest(`${year}-Q${now.quarter}`, day)}
              empty={t("choose")}
              value={day ? quarterOfDay(day) : ""}
              onChange={({ target: { value } }) => {
                const bound = side === "windowStart" ? firstDayOf : lastDayOf;
                form.setValue(side, value ? bound(value) : null, {
                  shouldDirty: true,
                  shouldValidate: form.formState.isSubmitted,
                });
              }}
            />
          );
        })}
      </div>
    </>
  );
}

/** What is over cannot be planned, unless it was written down before. */
const earliest = (now: string, day: string | null | undefined) =>
  day && quarterOfDay(day) < now ? quarterOfDay(day) : now;
