import { type Browser, expect, type Page, test } from "@playwright/test";
import { freePort } from "../../scripts/start/ports.mjs";
import { MailServer } from "../support/mail-server";
import { postNeed } from "../support/needs";
import { OwnApp } from "../support/own-app";
import { signIn } from "../support/persona";
import { arriveAt } from "../support/place";

const TITLE = "Kades die hun eigen water keren";
const server = new MailServer();
let app: OwnApp;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const port = await freePort();
  await server.listen(port);
  app = await OwnApp.start(".test/digest", { SMTP_URL: `smtp://127.0.0.1:${port}` });
});

test.afterAll(async () => {
  await app?.stop();
  await server.close();
});

async function pageOf(browser: Browser, persona: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.address, locale: "nl-NL" });
  await signIn(context, persona);
  return context.newPage();
}

async function chooseMail(page: Page, frequency: string, says: string, hour?: number): Promise<void> {
  await page.goto("/nl/profile");
  await expect(page.getByLabel("Hoe vaak wilt u mail?")).toBeEnabled();
  await page.getByLabel("Hoe vaak wilt u mail?").selectOption(frequency);
  if (hour !== undefined) await page.getByLabel("Vanaf hoe laat?").selectOption(String(hour));
  await page.getByRole("button", { name: "Mail instellen" }).click();
  await expect(page.getByRole("status").filter({ hasText: says })).toBeVisible();
}

/** It has come by the clock of the region, and is not the one that holds for who chose none. */
function hourThatHasCome(): number {
  const clock = { hour: "2-digit", hourCycle: "h23", timeZone: "Europe/Amsterdam" } as const;
  const now = Number(new Date().toLocaleString("en-GB", clock));
  return now === 8 ? 7 : now;
}

test("a follower gets one mail with what changed, and one click in it ends the mail", async ({ browser }) => {
  const follower = await pageOf(browser, "company-a");
  // A mail of today, with what waited from the start, may have gone out already.
  await chooseMail(follower, "none", "U krijgt geen mail.");
  const buyer = await pageOf(browser, "buyer-ministry");
  const need = await postNeed(buyer, TITLE);
  await follower.goto(need);
  await follower.getByRole("button", { name: "Volgen", exact: true }).click();
  await expect(follower.getByRole("button", { name: "Niet meer volgen" })).toBeVisible();
  await buyer.goto(`${need}/edit`);
  await expect(buyer.getByLabel("Titel")).toBeEnabled();
  await buyer.getByLabel("Hoogste waarde").fill("500.000");
  await buyer.getByRole("button", { name: "Wijziging bewaren" }).click();
  await arriveAt(buyer, "needs");

  await chooseMail(follower, "daily", "U krijgt hooguit één mail per dag", hourThatHasCome());
  const told = () => server.received.filter(({ text }) => text.includes(TITLE));
  await app.run("scripts/digest.ts");
  await expect.poll(() => told().length, { timeout: 30_000 }).toBe(1);
  const [mail] = told();
  expect(mail?.to[0]).toMatch(/^company-a@/);
  expect(mail?.text).toContain("Behoefte gewijzigd");
  expect(mail?.text).toContain(`${app.address}${need}`);
  expect(mail?.head).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");

  // The link in the text, in a browser that is not signed in: looking ends nothing, the button does.
  const page = /^Geen mail meer, met één klik: (\S+)/m.exec(mail?.text ?? "")?.[1] ?? "";
  const stranger = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await stranger.goto(page);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Geen mail meer");
  await follower.goto("/nl/profile");
  await expect(follower.getByText("U krijgt hooguit één mail per dag")).toBeVisible();
  await stranger.getByRole("button", { name: "Geen mail meer sturen" }).click();
  await expect(stranger.getByText("U krijgt deze mail niet meer.")).toBeVisible();
  await follower.goto("/nl/profile");
  await expect(follower.getByText("U krijgt geen mail.")).toBeVisible();

  // The button of a mail program: one request, without a cookie.
  await chooseMail(follower, "at-once", "U krijgt meteen een mail");
  const address = /^List-Unsubscribe: <(\S+)>/m.exec(mail?.head ?? "")?.[1] ?? "";
  const click = await fetch(address, {
    method: "POST",
    redirect: "error",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(click.status).toBe(200);
  await follower.goto("/nl/profile");
  await expect(follower.getByText("U krijgt geen mail.")).toBeVisible();
  await app.run("scripts/digest.ts");
  expect(told()).toHaveLength(1);
});
