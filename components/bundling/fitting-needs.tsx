"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import type { NeedFit } from "@/server/bundling/queries";
import { FittingNeed } from "./fitting-need";
import type { BundlingWords } from "./shared-reasons";

type Props = { programmeId: string; fits: NeedFit[]; words: BundlingWords };

/** Needs that fit a programme and were never asked for it: ask the buyer, or put it away. */
export function FittingNeeds({ programmeId, fits, words }: Props) {
  const t = useTranslations("bundling");
  if (fits.length === 0) return <p className="text-muted">{t("fits.none")}</p>;
  return (
    <ul className="flex flex-col">
      {fits.map(({ need, reasons }) => (
        <li
          key={need.id}
          className="flex flex-col gap-2 border-t border-line py-3 first:border-t-0 first:pt-0"
        >
          <FittingNeed need={need} reasons={reasons} words={words} />
          <div className="flex flex-wrap gap-3">
            <ActionButton
              small
              label={t("fits.ask")}
              act={() => trpc.bundling.add.mutate({ programmeId, needIds: [need.id] })}
            />
            <ActionButton
              small
              variant="subtle"
              label={t("fits.dismiss")}
              act={() => trpc.bundling.dismiss.mutate({ programmeId, needIds: [need.id] })}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
