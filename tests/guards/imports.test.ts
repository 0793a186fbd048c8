import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { importProblems } from "@/scripts/check-imports";

/** Invented sources, each of which breaks the rule it is listed under. */
const broken: Record<string, Record<string, string>> = {
  "no-cycles": {
    "components/a/one.ts": 'import { two } from "./two"; export const one = two;',
    "components/a/two.ts": 'import { one } from "./one"; export const two = one;',
  },
  "order-of-features-needs": {
    "server/needs/commands.ts": 'import { f } from "../funding/commands"; export const n = f;',
    "server/funding/commands.ts": "export const f = 1;",
  },
  "core-knows-no-feature": {
    "server/core/clock.ts": 'import { n } from "../needs/queries"; export const c = n;',
    "server/needs/queries.ts": "export const n = 1;",
  },
  "one-direction": {
    "components/a/page.ts": 'import Page from "@/app/page"; export const p = Page;',
    "app/page.ts": "export default 1;",
  },
  "server-shows-nothing": {
    "server/needs/queries.ts": 'import { Button } from "@/components/a/button"; export const b = Button;',
    "components/a/button.ts": "export const Button = 1;",
  },
  "db-is-the-floor": {
    "db/client.ts": 'import { n } from "@/server/needs/input"; export const c = n;',
    "server/needs/input.ts": "export const n = 1;",
  },
  "pure-rules": {
    "server/needs/policy.ts": 'import { readFile } from "node:fs"; export const p = readFile;',
  },
  "browser-line": {
    "components/a/list.tsx": 'import { list } from "@/server/needs/queries"; export const l = list;',
    "server/needs/queries.ts": "export const list = 1;",
  },
  "pages-use-the-caller": {
    "app/[locale]/page.tsx": 'import { list } from "@/server/needs/queries"; export const l = list;',
    "server/needs/queries.ts": "export const list = 1;",
  },
  "routes-are-thin": {
    "app/api/x/route.ts": 'import { list } from "@/server/needs/queries"; export const l = list;',
    "server/needs/queries.ts": "export const list = 1;",
  },
  "data-access": {
    "server/needs/router.ts": 'import { eq } from "drizzle-orm"; export const e = eq;',
  },
  framework: {
    "server/needs/commands.ts": 'import { cookies } from "next/headers"; export const c = cookies;',
  },
  "neutral-ui": {
    "components/ui/button.tsx": 'import { n } from "../needs/words"; export const b = n;',
    "components/needs/words.ts": "export const n = 1;",
  },
  "must-exist": {
    "components/a/one.ts": 'import { two } from "./nowhere"; export const one = two;',
  },
};

describe("the import rules", () => {
  for (const [rule, sources] of Object.entries(broken)) {
    it(`refuse what breaks ${rule}, and say what to do instead`, async () => {
      const problems = await importProblems(new Map(Object.entries(sources)));
      expect([...new Set(problems.map((problem) => problem.rule))]).toEqual([rule]);
      expect(problems[0]?.advice.length).toBeGreaterThan(40);
    });
  }

  it("know the place of every folder of the server", () => {
    const folders = readdirSync(path.resolve(import.meta.dirname, "../../server"));
    const rules = readFileSync(path.resolve(import.meta.dirname, "../../.dependency-cruiser.cjs"), "utf8");
    const carriers = ["auth", "core", "i18n", "mail", "open-data", "trpc"];
    expect(folders.filter((name) => !carriers.includes(name) && !rules.includes(`"${name}",`))).toEqual([]);
  });

  it("let components know the router's types, and nothing but its types", async () => {
    const router = ["server/trpc/root.ts", "export type AppRouter = 1; export const appRouter = 1;"] as const;
    const byType = 'import type { AppRouter } from "@/server/trpc/root"; export type R = AppRouter;';
    const byValue = 'import { appRouter } from "@/server/trpc/root"; export const r = appRouter;';
    expect(await importProblems(new Map([router, ["components/trpc/client.ts", byType]]))).toEqual([]);
    expect(await importProblems(new Map([router, ["components/trpc/client.ts", byValue]]))).toHaveLength(1);
  });
});
