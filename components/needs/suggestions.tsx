"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { AppFormApi } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/components/ui/format";
import type { NeedFields } from "@/server/needs/input";
import type { Choice } from "./choice";

type Suggested = Awaited<ReturnType<typeof trpc.needs.suggest.query>>;
const NONE: Suggested = { themes: [], ecosystems: [], cpv: [] };
const PAUSE_MS = 600;
const ENOUGH_TO_READ = 8;

/** What fits the title and the description, each with why; a press fills it in. What is filled in is not suggested. */
export function Suggestions({
  form,
  themes,
  ecosystems,
}: {
  form: AppFormApi<NeedFields>;
  themes: Choice[];
  ecosystems: Choice[];
}) {
  const t = useTranslations("needs.suggestion");
  const locale = useLocale() as Locale;
  const suggested = useSuggested(form);
  const set = (field: "theme" | "cpv" | "ecosystems", value: unknown) =>
    form.setValue(field, value as never, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  const chosen = form.watch("ecosystems") ?? [];
  const nameIn = (list: Choice[], slug: string) =>
    list.find((one) => one.slug === slug)?.name[locale] ?? slug;
  const why = ({ words, needs }: { words: string[]; needs: number }) =>
    t(needs > 0 ? "becauseNeeds" : "because", { words: words.join(", "), count: needs });

  const offers = [
    ...(form.watch("theme") ? [] : suggested.themes).map((one) => ({
      key: one.value,
      text: nameIn(themes, one.value),
      kind: t("theme"),
      why: why(one),
      accept: () => set("theme", one.value),
    })),
    ...(form.watch("cpv") ? [] : suggested.cpv).map((one) => ({
      key: one.code,
      text: `${one.code} ${one.name[locale]}`,
      kind: t("cpv"),
      why: why({ words: one.words, needs: 0 }),
      accept: () => set("cpv", one.code),
    })),
    ...suggested.ecosystems
      .filter(({ value }) => !chosen.includes(value))
      .map((one) => ({
        key: one.value,
        text: nameIn(ecosystems, one.value),
        kind: t("ecosystem"),
        why: why(one),
        accept: () => set("ecosystems", [...chosen, one.value]),
      })),
  ];
  return (
    <div role="status" className="empty:hidden">
      {offers.length > 0 && (
        <div className="flex max-w-control flex-col gap-2 border-s-4 border-action-line bg-action-subtle px-4 py-3">
          <p className="font-bold text-action">{t("title")}</p>
          <ul className="flex flex-col gap-3">
            {offers.map(({ key, kind, text, why, accept }) => (
              <li key={key} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
                <span className="min-w-0 flex-1 basis-48">
                  {kind}: <strong>{text}</strong>
                  <span className="block text-sm text-muted">{why}</span>
                </span>
                <Button small icon="plus" aria-label={t("accept", { what: text })} onClick={accept}>
                  {t("take")}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Asked anew when the typing pauses; what comes back too late is dropped. */
function useSuggested(form: AppFormApi<NeedFields>): Suggested {
  const [suggested, setSuggested] = useState<Suggested>(NONE);
  const title = (form.watch("title") ?? "").trim();
  const description = (form.watch("description") ?? "").trim();
  const language = form.watch("language");
  useEffect(() => {
    if (title.length + description.length < ENOUGH_TO_READ) return setSuggested(NONE);
    let late = false;
    const pause = setTimeout(() => {
      trpc.needs.suggest
        .query({ title: title.slice(0, 200), description: description.slice(0, 2_000), language })
        .then(
          (found) => late || setSuggested(found),
          () => {},
        );
    }, PAUSE_MS);
    return () => {
      late = true;
      clearTimeout(pause);
    };
  }, [title, description, language]);
  return suggested;
}
