"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SmallForm } from "@/components/forms/small-form";
import { useAction } from "@/components/forms/use-action";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { formatQuarter, type Locale } from "@/components/ui/format";
import { TextArea } from "@/components/ui/text-field";
import { align } from "@/server/programmes/slack";
import { useOpenProgramme } from "../use-open-programme";
import {
  asFarAsItGoes,
  fullest,
  openPerQuarter,
  type PlannableNeed,
  planned,
  type Shifts,
  spanOf,
} from "./plan";
import { PlannedNeed } from "./planned-need";
import { QuartersOpen } from "./quarters-open";

const LEAST_REASON = 5;

/** Shifts windows to try out what they would do together, then asks the buyers of those that moved. */
export function WindowsPlanner({ programmeId, needs }: { programmeId: string; needs: PlannableNeed[] }) {
  const t = useTranslations("windows");
  const locale = useLocale() as Locale;
  const open = useOpenProgramme();
  const [shifts, setShifts] = useState<Shifts>({});
  const [reason, setReason] = useState("");
  const after = planned(needs, shifts);
  const [now, then] = [openPerQuarter(needs), openPerQuarter(after)];
  const [fullNow, fullThen] = [fullest(now), fullest(then)];
  const reach = spanOf(needs.flatMap(asFarAsItGoes));
  const moved = after.filter(({ by }) => by !== 0);
  const hasSlack = needs.some(({ slackEarlier, slackLater }) => slackEarlier + slackLater > 0);
  const { run, busy, sentence } = useAction(
    () =>
      trpc.programmes.askWindows.mutate({
        programmeId,
        reason,
        windows: moved.map(({ id, version, windowStart, windowEnd }) => ({
          needId: id,
          version,
          windowStart,
          windowEnd,
        })),
      }),
    () => open({ id: programmeId }),
  );
  const whyNot = () => {
    if (moved.length === 0) return t("nothingMoved");
    return reason.trim().length < LEAST_REASON ? t("reasonMissing") : undefined;
  };
  return (
    <div className="flex flex-col gap-6">
      <p role="status" className="text-lg font-bold">
        {t("finding", {
          quarter: formatQuarter(fullThen.quarter, locale),
          planned: fullThen.count,
          needs: needs.length,
          now: fullNow.count,
          moved: moved.length,
        })}
      </p>
      {hasSlack ? (
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => setShifts(align(needs)?.shifts ?? {})}>{t("align")}</Button>
          <Button variant="subtle" onClick={() => setShifts({})}>
            {t("reset")}
          </Button>
        </div>
      ) : (
        <p className="max-w-measure text-muted">{t("noSlack")}</p>
      )}
      <ul className="flex flex-col border-b border-line">
        {needs.map((need, at) => (
          <PlannedNeed
            key={need.id}
            need={need}
            after={after[at]!}
            span={reach}
            shift={(by) => setShifts((before) => ({ ...before, [need.id]: by }))}
          />
        ))}
      </ul>
      <QuartersOpen now={now} then={then} needs={needs.length} />
      {hasSlack && (
        <SmallForm submit={run}>
          <TextArea
            id="windows-reason"
            label={t("reason")}
            help={t("reasonHelp")}
            rows={2}
            maxLength={1000}
            value={reason}
            error={sentence ?? undefined}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="submit" variant="primary" busy={busy} why={whyNot()}>
            {t("ask", { count: moved.length })}
          </Button>
        </SmallForm>
      )}
    </div>
  );
}
