import type { Browser, BrowserContext, Page } from "@playwright/test";

/** A page in which one persona is signed in, as the button of the sign-in page does it. */
export async function pageOf(
  browser: Browser,
  persona: string | null,
  locale: "nl" | "en" = "nl",
): Promise<Page> {
  const context = await browser.newContext({ locale: locale === "nl" ? "nl-NL" : "en-GB" });
  if (persona) await signIn(context, persona);
  return context.newPage();
}

export async function signIn(context: BrowserContext, persona: string): Promise<void> {
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  await context.request.post("/api/auth/callback/persona", {
    form: { csrfToken, persona, json: "true" },
  });
}
