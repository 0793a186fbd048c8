import { expect, test } from "@playwright/test";
import { postNeed } from "../support/needs";
import { pageOf } from "../support/persona";

test("colleagues see each other at a need without a reload, a company sees nobody, and one can stop being seen", async ({
  browser,
}) => {
  const buyer = await pageOf(browser, "buyer-ministry");
  const need = await postNeed(buyer, "Bakens die zelf melden waar zij zijn");
  const here = buyer.getByRole("list", { name: "Hier nu:" });
  await expect(here).toHaveCount(0);

  const [lead, company] = [await pageOf(browser, "buyer-ministry"), await pageOf(browser, "company-a")];
  await company.goto(need);
  await lead.goto(need);
  // The same person in another browser is no one else.
  await expect(lead.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(here).toHaveCount(0);

  const colleague = await pageOf(browser, "company-a");
  await colleague.goto(need);
  await expect(company.getByRole("list", { name: "Hier nu:" })).toHaveCount(0);

  await buyer.goto("/nl/profile");
  await buyer.getByRole("button", { name: "Niet meer laten zien waar ik ben" }).click();
  await expect(buyer.getByText("Niemand ziet waar u bent")).toBeVisible();
  await buyer.getByRole("button", { name: "Laten zien waar ik ben" }).click();
  await expect(buyer.getByText("Anderen zien waar u bent")).toBeVisible();
});
