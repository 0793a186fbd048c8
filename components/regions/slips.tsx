import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/page";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Language } from "@/db/enums";
import type { RegionPack } from "@/db/regions/schema";
import { FactList } from "./fact-list";
import { Place } from "./place";

/** Where the source contradicts itself: its figure beside ours, and what it holds only as a picture. */
export function Slips({ pack }: { pack: RegionPack }) {
  const t = useTranslations("regions.slips");
  const locale = useLocale() as Language;
  const { sourceDocument } = pack.region;
  return (
    <Section title={t("title")} id="source">
      <p className="max-w-measure">
        {sourceDocument.title[locale]}. {sourceDocument.titleNote[locale]}
      </p>
      <Table caption={t("caption", { count: pack.slips.length })}>
        <thead>
          <tr>
            <HeadCell>{t("what")}</HeadCell>
            <HeadCell>{t("reported")}</HeadCell>
            <HeadCell>{t("computed")}</HeadCell>
            <HeadCell>{t("how")}</HeadCell>
            <HeadCell>{t("place")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {pack.slips.map(({ slug, what, reported, computed, how, source }) => (
            <tr key={slug}>
              <RowHead>{what[locale]}</RowHead>
              <Cell>{reported[locale]}</Cell>
              <Cell>{computed[locale]}</Cell>
              <Cell>{how[locale]}</Cell>
              <Cell>
                <Place at={source} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <h3 className="text-lg font-bold">{t("pictures")}</h3>
      <FactList
        facts={sourceDocument.pictures.map(({ what, source }, index) => ({
          slug: `picture-${index}`,
          title: source.figure ? t("figure", { figure: source.figure }) : t("picture"),
          text: <p>{what[locale]}</p>,
          source,
        }))}
      />
    </Section>
  );
}
