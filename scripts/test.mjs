// Everything that must hold. `--check` is the part without database and browser.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";

const REPORTS = ".test/reports";
const vitest = (project) => ({
  name: `vitest: ${project}`,
  command: [
    "npx",
    "vitest",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${REPORTS}/${project}.json`,
  ],
  counts: () => countsOfVitest(`${REPORTS}/${project}.json`),
});

const CHECK = [
  { name: "format and lint", command: ["npx", "biome", "ci", "--error-on-warnings", "."] },
  { name: "types", command: ["npx", "tsc", "--noEmit"] },
  { name: "import rules", command: ["npx", "tsx", "scripts/check-imports.ts"] },
  { name: "texts in both languages", command: ["npx", "tsx", "scripts/check-messages.ts"] },
  { name: "drawings", command: ["npx", "tsx", "scripts/draw.ts", "--check"] },
  vitest("unit"),
];
const REST = [
  vitest("db"),
  vitest("guards"),
  {
    name: "e2e, on a production build",
    command: ["npx", "playwright", "test"],
    before: provideBrowser,
    counts: () => countsOfPlaywright(".test/playwright.json"),
  },
];

const steps = process.argv.includes("--check") ? CHECK : [...CHECK, ...REST];
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const rows = steps.map(run);
console.log("");
for (const { name, ok, seconds, passed, failed } of rows)
  console.log(
    `${ok ? "held  " : "BROKEN"} ${String(seconds).padStart(4)} s  ${name}${passed === null ? "" : `: ${passed} passed, ${failed} failed`}`,
  );
const passed = rows.reduce((sum, row) => sum + (row.passed ?? (row.ok ? 1 : 0)), 0);
const failed = rows.reduce((sum, row) => sum + (row.failed ?? (row.ok ? 0 : 1)), 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(rows.every(({ ok }) => ok) ? 0 : 1);

function run({ name, command, before, counts }) {
  console.log(`\n== ${name}`);
  const start = Date.now();
  const ready = before ? before() : true;
  const ok = ready && spawnSync(command[0], command.slice(1), { stdio: "inherit" }).status === 0;
  const counted = counts?.() ?? null;
  // A runner that failed before it could count is one failure.
  const failed = counted ? Math.max(counted.failed, ok ? 0 : 1) : null;
  return {
    name,
    ok,
    seconds: Math.round((Date.now() - start) / 1000),
    passed: counted?.passed ?? null,
    failed,
  };
}

function countsOfVitest(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
  return { passed: numPassedTests, failed: numFailedTests };
}

function countsOfPlaywright(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { expected, unexpected } = JSON.parse(readFileSync(file, "utf8")).stats;
  return { passed: expected, failed: unexpected };
}

function provideBrowser() {
  rmSync(".test/playwright.json", { force: true });
  if (["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].some(existsSync))
    return true;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log("no browser found: installing Debian's chromium");
    const apt = (...args) =>
      spawnSync("apt-get", args, {
        stdio: "inherit",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    apt("update", "-qq");
    return apt("install", "-y", "-qq", "chromium").status === 0;
  }
  console.error("The journeys need a browser: install Chromium, so that /usr/bin/chromium is there.");
  return false;
}
