import { getTranslations } from "next-intl/server";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import { MISSION_PARTS, MISSION_QUESTIONS, type MissionTest } from "@/server/challenges/input";

/** Safe, better, just: how, for whom, measured by what. */
export async function MissionTestTable({ test, lang }: { test: Partial<MissionTest>; lang: string }) {
  const t = await getTranslations("challenges");
  return (
    <Table caption={t("mission.caption")} captionHidden>
      <thead>
        <tr>
          <HeadCell>{t("mission.part")}</HeadCell>
          {MISSION_QUESTIONS.map((question) => (
            <HeadCell key={question}>{t(`mission.${question}`)}</HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {MISSION_PARTS.map((part) => (
          <tr key={part}>
            <RowHead>{t(`mission.${part}`)}</RowHead>
            {MISSION_QUESTIONS.map((question) => {
              const answer = test[part]?.[question]?.trim();
              return (
                <Cell key={question} lang={answer ? lang : undefined}>
                  {answer || <span className="text-muted">{t("mission.none")}</span>}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
