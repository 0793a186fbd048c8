import { getTranslations } from "next-intl/server";
import { Tabs } from "@/components/ui/tabs";

/** Where the money is, and what was decided about it. */
export async function FundingTabs({ current }: { current: "funds" | "decisions" }) {
  const t = await getTranslations("funding");
  return (
    <Tabs
      label={t("tabs.label")}
      tabs={[
        { href: "/funding", text: t("tabs.funds"), current: current === "funds" },
        { href: "/decisions", text: t("tabs.decisions"), current: current === "decisions" },
      ]}
    />
  );
}
