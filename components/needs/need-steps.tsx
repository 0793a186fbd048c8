"use client";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { DateField } from "@/components/ui/date-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { Locale } from "@/components/ui/format";
import { QuarterField } from "@/components/ui/quarter-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import {
  type FulfilNeed,
  fulfilNeedInput,
  type MoveWindow,
  moveWindowInput,
  withdrawNeedInput,
} from "@/server/needs/input";
import { firstDayOf, lastDayOf, quarterOfDay } from "./quarters";
import { ReasonForm } from "./reason-form";

type Props = {
  need: {
    id: string;
    version: number;
    windowStart: string;
    windowEnd: string;
    precision: "quarter" | "date";
  };
  can: { move: boolean; fulfil: boolean; withdraw: boolean };
};

/** What the buyer can do with a need that is out: each asks for what belongs to it. */
export function NeedSteps({ need: { id, version, ...window }, can }: Props) {
  const t = useTranslations("needs");
  const step = { id, version };
  return (
    <div className="flex flex-col">
      {can.move && <MoveForm step={step} window={window} />}
      {can.fulfil && (
        <Disclosure summary={t("do.fulfil")}>
          <AppForm<FulfilNeed, unknown>
            key={version}
            name={`need-fulfil:${id}`}
            schema={fulfilNeedInput}
            initial={{ ...step, becameUrl: "" }}
            labels={{ becameUrl: t("field.becameUrl") }}
            submitLabel={t("do.fulfil")}
            submit={(input) => trpc.needs.fulfil.mutate(input)}
          >
            {({ bind }) => (
              <>
                <p className="max-w-measure text-muted">{t("do.fulfilHelp")}</p>
                <TextField {...bind.text("becameUrl")} type="url" help={t("help.becameUrl")} />
              </>
            )}
          </AppForm>
        </Disclosure>
      )}
      {can.withdraw && (
        <ReasonForm
          key={version}
          label={t("do.withdraw")}
          name={`need-withdraw:${id}`}
          schema={withdrawNeedInput}
          initial={{ ...step, reason: "" }}
          act={(input) => trpc.needs.withdraw.mutate(input)}
        />
      )}
    </div>
  );
}

function MoveForm({
  step,
  window: { windowStart, windowEnd, precision },
}: {
  step: { id: string; version: number };
  window: Omit<Props["need"], "id" | "version">;
}) {
  const t = useTranslations("needs");
  const locale = useLocale() as Locale;
  const year = new Date().getFullYear();
  return (
    <Disclosure summary={t("do.move")}>
      <AppForm<MoveWindow, unknown>
        key={step.version}
        name={`need-move:${step.id}`}
        schema={moveWindowInput}
        initial={{ ...step, windowStart, windowEnd, reason: "" }}
        labels={{
          windowStart: t("field.windowStart"),
          windowEnd: t("field.windowEnd"),
          reason: t("field.reason"),
        }}
        submitLabel={t("do.move")}
        submit={(input) => trpc.needs.move.mutate(input)}
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
                    from={Math.min(year, Number(windowStart.slice(0, 4)))}
                    to={year + 12}
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
    </Disclosure>
  );
}
