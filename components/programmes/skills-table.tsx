import { getTranslations } from "next-intl/server";
import { Figure } from "@/components/ui/figure";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Programme } from "@/server/programmes/queries/programme";

/** Per skill and year: the places that are pledged, or that none are. */
export async function SkillsTable({ skills }: Pick<Programme, "skills">) {
  const t = await getTranslations("programmes.skills");
  if (skills.length === 0) return null;
  const years = [...new Set(skills.flatMap((skill) => skill.years.map(({ year }) => year)))].sort();
  const open = skills.filter((skill) => skill.years.some(({ isMet }) => !isMet)).length;
  return (
    <Figure finding={open === 0 ? t("findingNone") : t("finding", { open, skills: skills.length })}>
      <Table caption={t("title")} captionHidden>
        <thead>
          <tr>
            <HeadCell>{t("skill")}</HeadCell>
            <HeadCell>{t("level")}</HeadCell>
            {years.map((year) => (
              <HeadCell key={year}>{year}</HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {skills.map((skill) => (
            <tr key={`${skill.name}:${skill.level}`}>
              <RowHead className="wrap-anywhere">{skill.name}</RowHead>
              <Cell>{skill.level ?? t("noLevel")}</Cell>
              {years.map((year) => {
                const cell = skill.years.find((one) => one.year === year);
                if (!cell)
                  return (
                    <Cell key={year} className="text-muted">
                      –
                    </Cell>
                  );
                if (!cell.isMet)
                  return (
                    <Cell key={year}>
                      <strong className="text-attention">{t("open")}</strong>
                    </Cell>
                  );
                return (
                  <Cell key={year}>{cell.places > 0 ? t("places", { count: cell.places }) : t("met")}</Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </Figure>
  );
}
