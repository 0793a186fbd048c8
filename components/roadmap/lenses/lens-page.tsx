import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { CertaintyMark } from "@/components/ui/certainty-mark";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import type { Lens } from "@/server/roadmap/input";
import type { PledgingView } from "@/server/roadmap/lenses/queries/pledging";
import { sureness } from "../../needs/certainty";
import { FilterChips } from "../filter-chips";
import { FilterForm, type Words } from "../filter-form";
import { type Asked, roadmapHref, roadmapPath } from "../filters";
import { LensSwitch } from "../lens-switch";
import { LooseNeeds } from "./loose-needs";
import { type About, SUREST_FIRST } from "./parts";
import { PledgeOffer } from "./pledge-offer";

/** What every lens is given. */
export type LensProps = {
  asked: Asked & { lens: Lens };
  about: About;
  words: Words;
  pledging: PledgingView;
};

type Props = LensProps & {
  finding: string;
  detail?: string;
  isEmpty: boolean;
  /** How many needs stand in no programme that can be pledged to. */
  loose: number;
  from: string;
  pages: number;
  children: ReactNode;
};

/** The frame of a lens: its finding, the same filters as the roadmap, its chart and table, and its form to pledge. */
export async function LensPage(props: Props) {
  const { asked, about, words, pledging, finding, detail, isEmpty, loose, from, pages, children } = props;
  const [t, r, n] = await Promise.all([
    getTranslations("lenses"),
    getTranslations("roadmap"),
    getTranslations("needs"),
  ]);
  return (
    <Page>
      <Live topics={["need", "programme"]} />
      <PageHeader kind={t(`title.${asked.lens}`)} title={finding} finding={detail} />
      <LensSwitch asked={asked} own={pledging.ownLens} />
      <div className="no-print flex flex-col gap-4">
        <FilterForm asked={asked} words={words} from={from} />
        <FilterChips asked={asked} words={words} />
      </div>
      {isEmpty ? (
        <EmptyState title={t("empty")} action={<Link href={roadmapPath(asked)}>{t("clear")}</Link>}>
          {t("emptyHelp")}
        </EmptyState>
      ) : (
        <>
          <ul aria-label={r("legend")} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {SUREST_FIRST.map((certainty) => (
              <li key={certainty}>
                <CertaintyMark sureness={sureness[certainty]} word={n(`certainty.${certainty}`)} />
              </li>
            ))}
          </ul>
          {children}
          <Pagination
            label={r("pages.label")}
            page={asked.page}
            pages={pages}
            hrefOf={(page) => roadmapHref(asked, { page })}
            words={{
              previous: r("pages.previous"),
              next: r("pages.next"),
              position: r("pages.position", { page: asked.page, pages }),
            }}
          />
          <PledgeOffer lens={asked.lens} about={about} pledging={pledging} />
          <LooseNeeds count={loose} pledging={pledging} />
        </>
      )}
    </Page>
  );
}
