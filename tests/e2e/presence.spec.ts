import { expect, type Page, test } from "@playwright/test";
import { postNeed } from "../support/needs";
import { pageOf } from "../support/persona";

const here = (page: Page) => page.getByRole("list", { name: "Hier nu:" });

test("colleagues see each other at a need without a reload, others do not, and one can stop being seen", async ({
  browser,
}) => {
  const buyer = await pageOf(browser, "buyer-ministry");
  const need = await postNeed(buyer, "Bakens die zelf melden waar zij zijn");
  const [first, second] = [await pageOf(browser, "curator"), await pageOf(browser, "curator-2")];
  await first.goto(need);
  await second.goto(need);
  await expect(here(first)).toContainText("Clusterontwikkelaar 2");
  await expect(here(second)).toContainText("Clusterontwikkelaar");
  await expect(here(buyer)).toHaveCount(0);

  await second.goto("/nl/roadmap");
  await expect(here(first)).toHaveCount(0);
  await second.goBack();
  await expect(here(first)).toContainText("Clusterontwikkelaar 2");

  const profile = await second.context().newPage();
  await profile.goto("/nl/profile");
  await profile.getByRole("button", { name: "Niet meer laten zien waar ik ben" }).click();
  await expect(profile.getByText("Niemand ziet waar u bent")).toBeVisible();
  await expect(here(first)).toHaveCount(0);
  await profile.getByRole("button", { name: "Laten zien waar ik ben" }).click();
  await expect(profile.getByText("Anderen zien waar u bent")).toBeVisible();
});
