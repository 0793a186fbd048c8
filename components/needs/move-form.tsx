"use client";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { DateField } from "@/components/ui/date-field";
import type { Locale } from "@/components/ui/format";
import { QuarterField } from "@/components/ui/quarter-field";
import { TextArea } from "@/components/ui/text-field";
import type { WindowPrecision } from "@/db/enums";
import { firstDayOf, lastDayOf, quarterOfDay, type Window } from "@/server/core/quarters";
import { type MoveWindow, moveWindowInput } from "@/server/needs/input";

export type MovableNeed = Window & { id: string; version: number; precision: WindowPrecision };

type Props = {
  need: MovableNeed;
  /** Where it is to go, when that was drawn already. */
  to?: Window;
  done?: (moved: { version: number } & Window) => void;
};

const YEARS_AHEAD = 12;

/** Moves the window of a need that is out; the old window stays to be seen, with the reason. */
export function MoveForm({ need: { id, version, precision, ...window }, to, done }: Props) {
  const t = useTranslations("needs");
  const locale = useLocale() as Locale;
  const year = new Date().getFullYear();
  const name = to ? `need-move:${id}:${to.windowStart}:${to.windowEnd}` : `need-move:${id}`;
  return (
    <AppForm<MoveWindow, { version: number } & Window>
      key={version}
      name={name}
      schema={moveWindowInput}
      initial={{ id, version, ...(to ?? window), reason: "" }}
      labels={{
        windowStart: t("field.windowStart"),
        windowEnd: t("field.windowEnd"),
        reason: t("field.reason"),
      }}
      submitLabel={t("do.move")}
      submit={async (input) => ({ ...input, ...(await trpc.needs.move.mutate(input)) })}
      done={done}
    >
      {(form) => (
        <>
          <p className="max-w-measure text-muted">{t("do.moveHelp")}</p>
          <div className="flex max-w-control flex-wrap gap-x-6 gap-y-4">
            {(["windowStart", "windowEnd"] as const).map((side) =>
              precision === "date" ? (
                <DateField key={side} {...form.bind.text(side)} />
              ) : (
                <QuarterField
                  key={side}
                  id={side}
                  label={t(`field.${side}`)}
                  error={form.errorOf(side)}
                  locale={locale}
                  from={Math.min(year, Number(window.windowStart.slice(0, 4)))}
                  to={year + YEARS_AHEAD}
                  value={quarterOfDay(form.watch(side))}
                  onChange={({ target: { value } }) =>
                    form.setValue(side, side === "windowStart" ? firstDayOf(value) : lastDayOf(value), {
                      shouldDirty: true,
                      shouldValidate: form.formState.isSubmitted,
                    })
                  }
                />
              ),
            )}
          </div>
          <TextArea {...form.bind.text("reason")} id="move-reason" help={t("help.slipReason")} rows={2} />
        </>
      )}
    </AppForm>
  );
}
