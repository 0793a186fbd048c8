import { getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/components/ui/format";
import type { RoadmapView } from "./roadmap-page";
import { timelineMarkup } from "./timeline-markup";

/**
 * Programmes as lanes over quarters, their needs as bars that show how sure they are, and the sum per quarter. Hundreds
 * of small elements that do nothing but stand there: written as markup, which a server does many times faster.
 */
export async function Timeline({ roadmap }: { roadmap: RoadmapView }) {
  const [t, n, locale] = await Promise.all([
    getTranslations("roadmap"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  return (
    <div className="flex flex-col gap-2">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll-region" tabIndex={0} aria-labelledby="timeline">
        <h2 id="timeline" className="sr-only">
          {t("timeline")}
        </h2>
        {/* Made by markup.ts, which escapes all text. */}
        <div dangerouslySetInnerHTML={{ __html: timelineMarkup(roadmap, { t, n, locale }).text }} />
      </section>
      <p className="text-sm text-muted">{t("sums.help")}</p>
    </div>
  );
}
