import { getLocale, getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { MOVE_TEXTS } from "@/components/needs/move-texts";
import type { Locale } from "@/components/ui/format";
import { ViewSwitch } from "@/components/ui/view-switch";
import type { RoadmapView } from "@/server/roadmap/queries/timeline";
import { Drawing } from "./drawing";
import { type Asked, roadmapHref, ZOOMS } from "./filters";
import { partsOf, type Said, sumsOf } from "./parts";
import { placeOfDay } from "./place";

/** Programmes as lanes over quarters, their needs as bars that show how sure they are, and the sum per quarter. */
export async function Timeline({
  roadmap,
  asked,
  changed,
}: {
  roadmap: RoadmapView;
  asked: Asked;
  changed: ReadonlySet<string>;
}) {
  const [t, n, locale] = await Promise.all([
    getTranslations("roadmap"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const said: Said = { t, n, locale };
  const parts = partsOf(roadmap, said, changed);
  const mayMove = parts.some(({ bars }) => bars.some(({ move }) => move));
  const drawing = (
    <Drawing
      locale={locale}
      zoom={asked.zoom}
      columns={roadmap.columns}
      today={placeOfDay(roadmap.columns, roadmap.today)}
      parts={parts}
      sums={sumsOf(roadmap, asked.zoom, said)}
      words={{
        title: t("timeline"),
        today: t("today"),
        fold: t("fold"),
        unfold: t("unfold"),
        changed: changed.size > 0 ? t("changed") : undefined,
        move: mayMove ? t("move.verb") : undefined,
      }}
    >
      <ViewSwitch
        label={t("zoom.label")}
        views={ZOOMS.map((zoom) => ({
          href: roadmapHref(asked, { zoom, page: asked.page }),
          text: t(`zoom.${zoom}`),
          current: asked.zoom === zoom,
        }))}
      />
    </Drawing>
  );
  return (
    <div className="flex flex-col gap-2">
      {mayMove ? (
        <FeatureMessages namespaces={["roadmap.move", ...MOVE_TEXTS]}>{drawing}</FeatureMessages>
      ) : (
        drawing
      )}
      {mayMove && <p className="text-sm text-muted">{t("move.help")}</p>}
      <p className="text-sm text-muted">{t("sums.help")}</p>
    </div>
  );
}
