import { getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/components/ui/format";
import type { RoadmapView } from "@/server/roadmap/queries";
import { Drawing } from "./drawing";
import { partsOf, type Said, sumsOf } from "./parts";

/** Programmes as lanes over quarters, their needs as bars that show how sure they are, and the sum per quarter. */
export async function Timeline({ roadmap }: { roadmap: RoadmapView }) {
  const [t, n, locale] = await Promise.all([
    getTranslations("roadmap"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const said: Said = { t, n, locale };
  return (
    <div className="flex flex-col gap-2">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll-region" tabIndex={0} aria-labelledby="timeline">
        <h2 id="timeline" className="sr-only">
          {t("timeline")}
        </h2>
        <Drawing
          locale={locale}
          columns={roadmap.columns}
          parts={partsOf(roadmap, said)}
          sums={sumsOf(roadmap, said)}
        />
      </section>
      <p className="text-sm text-muted">{t("sums.help")}</p>
    </div>
  );
}
