import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/test/browser.mjs";

const port = Number(process.env.BUNDEL_E2E_PORT || 3210);

/** Journeys in a real browser, on a production build that `npm start` itself brings up with its own data. */
export default defineConfig({
  testDir: "tests/e2e",
  fullyParallel: false,
  // Two side by side take longer on two cores than one after the other.
  workers: 1,
  timeout: 240_000,
  // A machine that is also building answers slowly; what does not come at all still fails.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: ".test/playwright.json" }]],
  outputDir: ".test/playwright",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    },
    // What is not on the page fails soon and by name, not when the whole journey runs out of time.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // Keeping one of every step takes a fifth of the time: `--trace on` where a failure cannot be understood without.
    trace: "off",
  },
  webServer: {
    command: "node tests/support/serve-fresh.mjs",
    url: `http://localhost:${port}/api/health`,
    env: { PORT: String(port), BUNDEL_DATA: ".test/e2e", NEXT_TELEMETRY_DISABLED: "1" },
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
});
