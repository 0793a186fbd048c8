import { expect, test } from "@playwright/test";
import { badge } from "../support/badge";
import { tabTo } from "../support/keyboard";
import { postNeed } from "../support/needs";
import { pageOf, signIn } from "../support/persona";
import { arriveAt } from "../support/place";

test("two people change one need: the second sees what differs, chooses, and nothing is lost", async ({
  browser,
}) => {
  const [first, second] = [await pageOf(browser, "buyer-ministry"), await pageOf(browser, "buyer-ministry")];
  const need = await postNeed(first, "Bruggen die zichzelf meten");
  for (const page of [first, second]) {
    await page.goto(`${need}/edit`);
    await expect(page.getByLabel("Titel")).toBeEnabled();
  }

  await first.getByLabel("Titel").fill("Bruggen en sluizen die zichzelf meten");
  await first.getByLabel("Hoogste waarde").fill("500.000");
  await first.getByRole("button", { name: "Wijziging bewaren" }).click();
  await arriveAt(first, "needs");

  await second.getByLabel("Titel").fill("Bruggen die hun onderhoud vragen");
  await second.getByRole("button", { name: "Wijziging bewaren" }).click();
  const conflict = second
    .getByRole("status")
    .filter({ hasText: "Iemand anders heeft dit intussen gewijzigd" });
  const title = conflict.getByRole("group", { name: "Titel" });
  await expect(title).toContainText("Bruggen die hun onderhoud vragen");
  await expect(title).toContainText("Bruggen en sluizen die zichzelf meten");
  // What only the other changed is taken over unless one says otherwise.
  await expect(
    conflict.getByRole("group", { name: "Hoogste waarde" }).getByRole("radio", { name: /^Nu/ }),
  ).toBeChecked();
  await conflict.getByRole("button", { name: "Keuze overnemen" }).click();
  await second.getByRole("button", { name: "Wijziging bewaren" }).click();

  await arriveAt(second, "needs");
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("Bruggen die hun onderhoud vragen");
  await expect(second.getByRole("main")).toContainText("€ 200.000 – € 500.000");
  // Whose page was open sees it without asking.
  await expect(first.getByRole("heading", { level: 1 })).toHaveText("Bruggen die hun onderhoud vragen");
});

test("what is typed outlives the end of the session", async ({ browser }) => {
  const page = await pageOf(browser, "buyer-municipality");
  await page.goto("/nl/needs/new");
  await page.getByLabel("Titel").fill("Straatverlichting die meet");
  await page.getByLabel("Begin", { exact: true }).selectOption({ index: 6 });
  await page.getByLabel("idee", { exact: true }).check();
  await page.context().clearCookies();
  await page.getByLabel("Einde", { exact: true }).selectOption({ index: 9 });
  await page.getByRole("button", { name: "Concept bewaren" }).click();
  await expect(page.getByRole("link", { name: /aanmelden/i }).last()).toBeVisible();
  await expect(page.getByLabel("Titel")).toHaveValue("Straatverlichting die meet");

  await signIn(page.context(), "buyer-municipality");
  const again = await page.context().newPage();
  await again.goto("/nl/needs/new");
  await expect(again.getByLabel("Titel")).toHaveValue("Straatverlichting die meet");
  await expect(again.getByText("We hebben teruggezet wat u eerder typte")).toBeVisible();
});

test("with the keyboard alone a buyer posts and publishes a need", async ({ browser }) => {
  const page = await pageOf(browser, "buyer-ministry");
  await page.goto("/nl/roadmap");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, "link", "Behoefte plaatsen");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/needs/new");
  await expect(page.getByLabel("Titel")).toBeEnabled();

  const keys = page.keyboard;
  await tabTo(page, "textbox", "Titel");
  await keys.type("Oefenen met overstromingen");
  await tabTo(page, "combobox", "Begin");
  for (let step = 0; step < 6; step++) await keys.press("ArrowDown");
  await tabTo(page, "combobox", "Einde");
  for (let step = 0; step < 9; step++) await keys.press("ArrowDown");
  await tabTo(page, "textbox", "Laagste waarde");
  await keys.type("100.000");
  await tabTo(page, "textbox", "Hoogste waarde");
  await keys.type("150.000");
  await tabTo(page, "radio", "idee");
  await keys.press("Space");
  await tabTo(page, "combobox", "Missiethema");
  await keys.press("ArrowDown");
  await tabTo(page, "button", "Concept bewaren");
  await keys.press("Enter");
  await arriveAt(page, "needs");
  await tabTo(page, "button", "Publiceren");
  await keys.press("Enter");
  await expect(badge(page, "gepubliceerd")).toBeVisible();
});
