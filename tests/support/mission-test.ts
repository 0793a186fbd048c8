import type { Page } from "@playwright/test";

/** Answers the mission test of a form: how, for whom and measured by what, for each of its three parts. */
export async function answerMissionTest(page: Page): Promise<void> {
  for (const part of ["Veilig", "Beter", "Rechtvaardig"])
    for (const question of ["Hoe", "Voor wie", "Waaraan gemeten"])
      await page.getByRole("group", { name: part }).getByLabel(question).fill(`${part}: een antwoord`);
}
