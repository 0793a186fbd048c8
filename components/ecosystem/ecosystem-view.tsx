import { useLocale, useTranslations } from "next-intl";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { formatDate } from "@/components/ui/format";
import { Tabs } from "@/components/ui/tabs";
import type { Language } from "@/db/enums";
import type { getHeatmap } from "@/server/ecosystem/queries";
import { HeatmapTable } from "./heatmap";

type Props = { heatmap: Awaited<ReturnType<typeof getHeatmap>>; kind?: "sector" | "cluster" };

/** The diagnosis: what holds the region's ecosystems back. */
export function EcosystemView({ heatmap, kind }: Props) {
  const t = useTranslations("ecosystem");
  const locale = useLocale() as Language;
  const { finding, round } = heatmap;
  const element = heatmap.elements.find(({ slug }) => slug === finding?.element);
  return (
    <Page>
      <Live topics={["diagnosis", "intervention"]} />
      <PageHeader
        kind={t("kind")}
        title={t("title")}
        finding={
          finding && element
            ? t("finding", {
                element: element.name[locale],
                weak: finding.weak,
                all: finding.ecosystems,
                uncovered: heatmap.uncovered.length,
              })
            : t("noFinding")
        }
      />
      <Tabs
        label={t("filter.label")}
        tabs={[
          { href: "/ecosystem", text: t("filter.all"), current: !kind },
          { href: "/ecosystem?kind=sector", text: t("filter.sector"), current: kind === "sector" },
          { href: "/ecosystem?kind=cluster", text: t("filter.cluster"), current: kind === "cluster" },
        ]}
      />
      <HeatmapTable heatmap={heatmap} />
      {round && (
        <p className="text-sm text-muted">
          {t("round", { title: round.title[locale], date: formatDate(round.heldOn, locale) })}
        </p>
      )}
    </Page>
  );
}
