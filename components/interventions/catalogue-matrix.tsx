import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import { type Language, PHASES } from "@/db/enums";
import type { Catalogue } from "@/server/interventions/queries";
import { instrumentsFor } from "./instruments-for";

/** How many instruments there are per element and phase; each figure leads to them. */
export function CatalogueMatrix({ catalogue: { instruments, elements } }: { catalogue: Catalogue }) {
  const t = useTranslations("interventions.catalogue");
  const locale = useLocale() as Language;
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <HeadCell>{t("element")}</HeadCell>
          {PHASES.map((phase) => (
            <HeadCell key={phase} numeric>
              {t(`phase.${phase}`)}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {elements.map(({ slug, name }) => (
          <tr key={slug}>
            <RowHead>{name[locale]}</RowHead>
            {PHASES.map((phase) => {
              const count = instrumentsFor(instruments, slug, phase).length;
              return (
                <Cell key={phase} numeric>
                  {count === 0 ? (
                    t("zero")
                  ) : (
                    <Link
                      href={`/interventions/catalogue?element=${slug}&phase=${phase}#${slug}`}
                      aria-label={t("cell", {
                        count,
                        element: name[locale],
                        phase: t(`phase.${phase}`),
                      })}
                    >
                      {count}
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
