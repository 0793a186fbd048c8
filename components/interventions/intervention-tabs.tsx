import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";

const HREFS = {
  list: "/interventions",
  coverage: "/interventions/coverage",
  catalogue: "/interventions/catalogue",
};

/** What is planned, what it covers, and what could be done. */
export function InterventionTabs({ current }: { current: keyof typeof HREFS }) {
  const t = useTranslations("interventions.tabs");
  const views = Object.keys(HREFS) as (keyof typeof HREFS)[];
  return (
    <Tabs
      label={t("label")}
      tabs={views.map((view) => ({ href: HREFS[view], text: t(view), current: view === current }))}
    />
  );
}
