"use client";
import { useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/text-field";
import { type FulfilNeed, fulfilNeedInput, withdrawNeedInput } from "@/server/needs/input";
import { type MovableNeed, MoveForm } from "./move-form";
import { ReasonForm } from "./reason-form";

type Props = {
  need: MovableNeed;
  can: { move: boolean; fulfil: boolean; withdraw: boolean };
};

/** What the buyer can do with a need that is out: each asks for what belongs to it. */
export function NeedSteps({ need: { id, version, ...window }, can }: Props) {
  const t = useTranslations("needs");
  const step = { id, version };
  return (
    <div className="flex flex-col">
      {can.move && (
        <Disclosure summary={t("do.move")}>
          <MoveForm need={{ ...step, ...window }} />
        </Disclosure>
      )}
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
