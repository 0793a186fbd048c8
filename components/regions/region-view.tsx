import { useLocale, useTranslations } from "next-intl";
import { Page, PageHeader } from "@/components/layout/page";
import { formatNumber, formatPercent } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Language } from "@/db/enums";
import type { RegionPack } from "@/db/regions/schema";
import { Clusters } from "./clusters";
import { Crossovers } from "./crossovers";
import { Elements } from "./elements";
import { Mission } from "./mission";
import { Sectors } from "./sectors";
import { Selection } from "./selection";
import { Slips } from "./slips";

const PARTS = [
  "mission",
  "themes",
  "profiles",
  "goals",
  "advice",
  "programme-themes",
  "sectors",
  "selection",
  "clusters",
  "wider-region",
  "elements",
  "crossovers",
  "source",
] as const;

/** All that the region's source says, each fact with its place. */
export function RegionView({ pack }: { pack: RegionPack }) {
  const t = useTranslations("regions");
  const locale = useLocale() as Language;
  const { totals, growthPeriod } = pack;
  return (
    <Page>
      <PageHeader
        kind={t("kind")}
        title={pack.region.name[locale]}
        finding={t("finding", {
          jobs: formatNumber(totals.jobs, locale),
          year: String(totals.year),
          growth: formatPercent(totals.jobsGrowthPct / 100, locale),
          from: String(growthPeriod.from),
          selected: pack.sectors.filter(({ selected }) => selected).length,
          sectors: pack.sectors.length,
          clusters: pack.clusters.length,
        })}
      />
      <nav aria-label={t("contents")} className="no-print">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {PARTS.map((part) => (
            <li key={part}>
              <Link href={`#${part}`}>{t(`part.${part}`)}</Link>
            </li>
          ))}
        </ul>
      </nav>
      <Mission pack={pack} />
      <Sectors pack={pack} />
      <Selection pack={pack} />
      <Clusters pack={pack} />
      <Elements pack={pack} />
      <Crossovers pack={pack} />
      <Slips pack={pack} />
    </Page>
  );
}
