import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { BarRows } from "@/components/ui/bar-row";
import { Figure } from "@/components/ui/figure";
import type { SlipHistory } from "@/server/needs/slip";
import { SlipFacts } from "./slip-facts";

/** On a buyer's page: how far its windows moved in the past, and whether that says when others start. */
export async function BuyerSlips({ history }: { history: SlipHistory }) {
  const t = await getTranslations("needs.slip");
  if (history.needs === 0) return null;
  return (
    <Section title={t("title")} id="slips">
      <Figure
        finding={<SlipFacts history={history} />}
        source={history.lacking > 0 ? t("notEnough", { lacking: history.lacking }) : t("enough")}
        formula={{ summary: t("ground"), text: t("formula") }}
      >
        <BarRows
          rows={[
            {
              key: "moved",
              label: t("otherStart"),
              share: history.moved / history.needs,
              value: t("of", { moved: history.moved, needs: history.needs }),
            },
          ]}
        />
      </Figure>
    </Section>
  );
}
