import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { badge } from "../support/badge";
import { pageOf } from "../support/persona";

const HEAD = "Kenmerk;Titel;Begin;Einde;Laagste waarde;Hoogste waarde;Zekerheid;Missiethema;Zichtbaarheid";
const own = `E2E-${Date.now().toString(36)}`;
const line = (number: number, title: string, start = "K2 2027") =>
  `${own}-${number};${title};${start};K4 2027;100.000;1,2 mln;begroot;Gezondheid en zorg;iedereen`;
const csv = (...lines: string[]) => ({
  name: "planning.csv",
  mimeType: "text/csv",
  buffer: Buffer.from([HEAD, ...lines].join("\r\n")),
});

const readable = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

/** Chooses a file, takes the columns as they were recognised, and waits until the rows are checked. */
async function check(page: Page, file: ReturnType<typeof csv>) {
  await page.getByLabel("Bestand met behoeften").setInputFiles(file);
  await page.getByRole("button", { name: "Bestand inlezen" }).click();
  await expect(page.getByLabel("Titel", { exact: true })).toHaveValue("Titel");
  await page.getByRole("button", { name: "Rijen nakijken" }).click();
  await expect(badge(page, "nagekeken")).toBeVisible();
}

test("an import with errors is mended, run and undone", async ({ browser }) => {
  const page = await pageOf(browser, "buyer-ministry");
  await page.goto("/nl/roadmap");
  await page.getByRole("link", { name: "Behoeften importeren" }).click();
  await expect(page.getByLabel("Bestand met behoeften")).toBeVisible();
  await readable(page);

  const [bridge, quay] = [`Bruggen meten ${own}`, `Kades meten ${own}`];
  await check(page, csv(line(1, bridge), line(2, quay, "31-02-2027"), line(3, "x")));
  const wrong = page.getByRole("region", { name: "2 rijen zijn niet goed" });
  await expect(wrong.getByRole("row").nth(1)).toContainText("Begin");
  await expect(wrong.getByRole("row").nth(1)).toContainText("deze datum bestaat niet");
  await expect(wrong.getByRole("row").nth(2)).toContainText("gebruik ten minste 5 tekens");
  await readable(page);
  await page.getByRole("button", { name: "1 behoefte opnemen" }).click();
  await expect(page.getByText("2 rijen zijn niet goed. Verbeter ze, of laat ze weg.")).toBeVisible();

  // The file to mend holds the two rows, and what is wrong with them.
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Rijen om te verbeteren (CSV)" }).click();
  const stream = await (await download).createReadStream();
  const mend = Buffer.concat(await stream.toArray()).toString();
  expect(mend.split("\r\n").filter(Boolean)).toHaveLength(3);
  expect(mend).toContain("Begin: deze datum bestaat niet");

  await page.getByRole("link", { name: "Ander bestand kiezen" }).click();
  await check(page, csv(line(1, bridge), line(2, quay, "K3 2027"), line(3, `Sluizen meten ${own}`)));
  await page.getByLabel("Publiceer wat volledig is").check();
  await page.getByRole("button", { name: "3 behoeften opnemen" }).click();
  await expect(page.getByText("3 behoeften opgenomen")).toBeVisible();
  await readable(page);
  const visitor = await pageOf(browser, null);
  const search = `/nl/roadmap?q=${encodeURIComponent(own)}&view=table`;
  await visitor.goto(search);
  await expect(visitor.getByRole("link", { name: bridge })).toBeVisible();

  await page.getByText("Import terugdraaien").first().click();
  await page.getByLabel("Reden").fill("Het verkeerde bestand");
  await page.getByRole("button", { name: "Import terugdraaien" }).click();
  await expect(page.getByText("Dit bestand is teruggedraaid")).toBeVisible();
  await visitor.goto(`${search}&again=1`);
  await expect(visitor.getByRole("link", { name: bridge })).toHaveCount(0);
});
