import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { type RatingLevel, RatingMark } from "@/components/ui/rating-mark";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { ElementSlug, Language } from "@/db/enums";

type Named<Slug = string> = { slug: Slug; name: Record<Language, string> };
export type TableCell = {
  ecosystem: string;
  element: ElementSlug;
  rating: RatingLevel;
  canBeRated: boolean;
  /** Below the rating: who works on it, what changed. */
  note?: ReactNode;
};

type Props = {
  caption: string;
  ecosystems: readonly Named[];
  elements: readonly Named<ElementSlug>[];
  cells: readonly TableCell[];
  hrefOf: (cell: TableCell) => string;
};

/** Elements by ecosystem: each cell a word, a drawing and a colour, and a link to its ground. */
export function RatingTable({ caption, ecosystems, elements, cells, hrefOf }: Props) {
  const t = useTranslations("ecosystem");
  const locale = useLocale() as Language;
  const cellOf = new Map(cells.map((cell) => [`${cell.ecosystem}/${cell.element}`, cell]));
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <HeadCell>{t("element")}</HeadCell>
          {ecosystems.map(({ slug, name }) => (
            <HeadCell key={slug} className="min-w-32">
              {name[locale]}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {elements.map(({ slug: element, name }) => (
          <tr key={element}>
            <RowHead>{name[locale]}</RowHead>
            {ecosystems.map(({ slug: ecosystem }) => {
              const cell = cellOf.get(`${ecosystem}/${element}`);
              return (
                <Cell key={ecosystem} className="p-1!">
                  {cell && (
                    <Link plain href={hrefOf(cell)} className="block">
                      <RatingMark
                        fill
                        level={cell.rating}
                        word={cell.canBeRated ? t(`level.${cell.rating}`) : t("notPerSector")}
                      />
                      {cell.note}
                    </Link>
                  )}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
