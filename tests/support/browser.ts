import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "@/scripts/test/browser.mjs";

/** The browser of the journeys, for what is no journey. */
export function launched(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}
