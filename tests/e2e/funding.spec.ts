import { expect, test } from "@playwright/test";
import { badge } from "../support/badge";
import { advise, completeAndSubmit, draftApplication, publishDecision, sign } from "../support/funding";
import { pageOf } from "../support/persona";

test("money is asked for, assessed, signed by two, made public, and traced back to the element", async ({
  browser,
}) => {
  const curator = await pageOf(browser, "curator");
  await curator.goto("/nl/applications/new");
  await curator.locator("main li a").first().click();
  await curator.waitForURL("**/applications/new?**");
  const application = await draftApplication(curator);
  await completeAndSubmit(curator);

  const officer = await pageOf(browser, "funding-officer");
  await officer.goto(application);
  await officer.getByRole("button", { name: "Advies geven" }).click();
  await expect(officer.locator("main form")).toContainText("Dit klopt nog niet");
  await advise(officer);
  await expect(officer.getByText("Dit kan een goedkeurder")).toBeVisible();

  const [first, second] = [await pageOf(browser, "approver-1"), await pageOf(browser, "approver-2")];
  await second.goto(application);
  await sign(first, application, "Vier partijen betalen de helft zelf.");
  await expect(first.getByText("U hebt deze versie al ondertekend.")).toBeVisible();
  // The other approver's open page shows the signature by itself.
  await expect(second.getByText("Beoordeeld: één goedkeurder heeft getekend.")).toBeVisible();
  await sign(second, application, "Het versterkt een zwak element.");
  await expect(badge(second, "Toegekend")).toBeVisible();

  const visitor = await pageOf(browser, null);
  const link = second.getByRole("link", { name: "Naar het besluit" });
  const unpublished = new URL((await link.getAttribute("href"))!, second.url()).pathname;
  expect((await visitor.goto(unpublished))!.status()).toBe(404);
  const decision = await publishDecision(officer, application);
  expect(decision).toBe(unpublished);

  await visitor.goto("/nl/decisions?kind=award");
  await visitor.locator(`main a[href='${decision}']`).click();
  await visitor.waitForURL(`**${decision}`);
  await expect(visitor.getByText("Het versterkt een zwak element.")).toBeVisible();
  await expect(visitor.getByRole("definition").filter({ hasText: "€ 60.000,00" })).toBeVisible();
  await expect(visitor.getByText(/^1,5.×: /)).toBeVisible();
  await visitor.locator("main a[href*='/ecosystem/']").first().click();
  await visitor.waitForURL("**/nl/ecosystem/**");
});
