import { useLocale, useTranslations } from "next-intl";
import { FollowButton } from "@/components/collaboration/follow-button";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { formatDate } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Tabs } from "@/components/ui/tabs";
import type { Language } from "@/db/enums";
import type { HeatmapInput } from "@/server/ecosystem/input";
import type { getHeatmap } from "@/server/ecosystem/queries";
import type { getWords } from "@/server/regions/queries";
import { FilterBar } from "./filter-bar";
import { hrefWith } from "./filters";
import { HeatmapTable } from "./heatmap";

type Props = {
  heatmap: Awaited<ReturnType<typeof getHeatmap>>;
  words: ReturnType<typeof getWords>;
  asked: HeatmapInput;
};

/** The diagnosis: what holds the region's ecosystems back. */
export function EcosystemView({ heatmap, words, asked }: Props) {
  const t = useTranslations("ecosystem");
  const locale = useLocale() as Language;
  const { finding, round } = heatmap;
  const element = heatmap.elements.find(({ slug }) => slug === finding?.element);
  const single = heatmap.ecosystems.length === 1 ? heatmap.ecosystems[0] : null;
  const rated = heatmap.cells.filter(({ rating }) => rating !== "not-assessed").length;
  const path = "/ecosystem";
  const optionsOf = (all: { slug: string; name: Record<Language, string> }[]) =>
    all.map(({ slug, name }) => ({ value: slug, text: name[locale] }));
  return (
    <Page>
      <Live topics={["diagnosis", "intervention"]} />
      <PageHeader
        kind={t("kind")}
        title={t("title")}
        finding={
          single
            ? t("findingOne", {
                ecosystem: single.name[locale],
                weak: heatmap.weak,
                rated,
                uncovered: heatmap.uncovered.length,
              })
            : finding && element
              ? t("finding", {
                  element: element.name[locale],
                  weak: finding.weak,
                  all: finding.ecosystems,
                  uncovered: heatmap.uncovered.length,
                })
              : t("noFinding")
        }
        actions={single && <FollowButton kind="ecosystem" id={single.slug} name={single.name[locale]} />}
      />
      <Tabs
        label={t("filter.label")}
        tabs={([null, "sector", "cluster"] as const).map((kind) => ({
          href: hrefWith(path, { element: asked.element }, "kind", kind),
          text: t(`filter.${kind ?? "all"}`),
          current: (asked.kind ?? null) === kind,
        }))}
      />
      <FilterBar
        path={path}
        asked={asked}
        words={{
          label: t("filter.on"),
          any: t("filter.any"),
          show: t("filter.show"),
          remove: t("filter.remove"),
        }}
        filters={[
          {
            name: "ecosystem",
            label: t("ecosystem"),
            options: optionsOf(words.ecosystems.filter(({ kind }) => !asked.kind || kind === asked.kind)),
          },
          { name: "element", label: t("element"), options: optionsOf(words.elements) },
        ]}
      />
      <HeatmapTable heatmap={heatmap} />
      <p className="text-sm text-muted">
        {round && (
          <>
            {t("round", { title: round.title[locale], date: formatDate(round.heldOn, locale) })}
            {" · "}
          </>
        )}
        <Link href="/ecosystem/rounds">{t("rounds.title")}</Link>
        {" · "}
        <Link href="/region#elements">{t("meaning")}</Link>
      </p>
    </Page>
  );
}
