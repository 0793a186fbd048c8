type Texts = (key: string, values?: Record<string, string | number>) => string;

/** What is still missing, in words; an answer of the mission test is named by its part and question. */
export function missingText(field: string, t: Texts, minimumParties: number): string {
  const [where, part, question] = field.split(".");
  if (where === "missionTest")
    return t("missing.missionTest", { part: t(`mission.${part}`), question: t(`mission.${question}`) });
  return t(`missing.${field}`, { count: minimumParties });
}
