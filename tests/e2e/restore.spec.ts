import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { call } from "../support/call";
import { pageOf } from "../support/persona";

const WAS = "Zoutproof verlichting langs de kade";

test("a buyer sees what a need was, and saves it so again; nothing changes before", async ({ browser }) => {
  const buyer = await pageOf(browser, "buyer-ministry");
  const fields = {
    language: "nl",
    certainty: "budgeted",
    windowStart: "2028-01-01",
    windowEnd: "2028-03-31",
    valueMinCents: 10_000_00,
    valueMaxCents: 20_000_00,
    theme: "energie-duurzaamheid",
    visibility: "public",
  };
  const { id } = await call(buyer, "needs.create", { ...fields, title: WAS });
  await call(buyer, "needs.publish", { id, version: 1 });
  await call(buyer, "needs.change", { ...fields, id, version: 2, title: "Iets heel anders" });

  await buyer.goto(`/nl/needs/${id}`);
  await buyer.getByRole("link", { name: "Terug naar hoe het toen was" }).press("Enter");
  await expect(buyer.getByText("U ziet wat het was")).toBeVisible();
  await expect(buyer.getByLabel("Titel")).toHaveValue(WAS);
  expect((await new AxeBuilder({ page: buyer }).analyze()).violations).toEqual([]);
  await buyer.getByRole("button", { name: "Wijziging bewaren" }).press("Enter");
  await expect(buyer.getByRole("heading", { level: 1, name: WAS })).toBeVisible();
});
