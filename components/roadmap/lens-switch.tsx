import { getTranslations } from "next-intl/server";
import { Tabs } from "@/components/ui/tabs";
import { LENSES, type Lens } from "@/server/roadmap/input";
import { type Asked, roadmapHref } from "./filters";

/** The whole roadmap and the four lenses on it, under the same filters; one's own lens comes first. */
export async function LensSwitch({ asked, own }: { asked: Asked; own: Lens | null }) {
  const t = await getTranslations("lenses.switch");
  const lenses = own ? [own, ...LENSES.filter((lens) => lens !== own)] : LENSES;
  return (
    <div className="no-print flex flex-wrap items-baseline gap-x-6 gap-y-1">
      <p aria-hidden="true" className="text-muted">
        {t("label")}
      </p>
      <Tabs
        label={t("label")}
        tabs={[undefined, ...lenses].map((lens) => ({
          href: roadmapHref(asked, { lens }),
          text: t(lens ?? "everyone"),
          current: asked.lens === lens,
        }))}
      />
    </div>
  );
}
