import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { parseAst } from "vitest/node";
import { filesBelow } from "./files-below";

const root = path.resolve(import.meta.dirname, "..");
const { forbidden } = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as {
  forbidden: (IForbiddenRuleType & { name: string; comment: string })[];
};

export type ImportProblem = { rule: string; from: string; to: string; advice: string };

/**
 * What in these sources breaks the import rules. TypeScript 7 has no API that dependency-cruiser could parse with, so
 * it reads a mirror of the sources in which only the imports are left: `import` by value, `require` for types only.
 */
export async function importProblems(sources: Map<string, string>): Promise<ImportProblem[]> {
  const mirror = mkdtempSync(path.join(tmpdir(), "bundel-imports-"));
  try {
    symlinkSync(path.join(root, "node_modules"), path.join(mirror, "node_modules"));
    for (const [file, source] of sources) {
      await mkdir(path.join(mirror, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(mirror, file), importsOnly(file, source));
    }
    const { output } = await cruise([...sources.keys()], {
      baseDir: mirror,
      validate: true,
      ruleSet: { forbidden },
      doNotFollow: { path: "node_modules" },
      parser: "acorn",
      moduleSystems: ["es6", "cjs"],
      enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"] },
    });
    return problemsOf(output as ICruiseResult);
  } finally {
    rmSync(mirror, { recursive: true, force: true });
  }
}

function problemsOf(result: ICruiseResult): ImportProblem[] {
  return result.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle ? cycle.map((step) => step.name).join(" → ") : to,
    advice: forbidden.find(({ name }) => name === rule.name)!.comment,
  }));
}

type Node = {
  type: string;
  source?: { value?: unknown } | null;
  importKind?: string;
  exportKind?: string;
  specifiers?: { importKind?: string; exportKind?: string }[];
};

function importsOnly(file: string, source: string): string {
  if (!/\.(tsx?|mjs)$/.test(file)) return "";
  const lines: string[] = [];
  walk(parseAst(source, { lang: file.endsWith("x") ? "tsx" : "ts" }), (node) => {
    const module = node.source?.value;
    if (typeof module !== "string") return;
    const to = JSON.stringify(module.replace(/^@\//, relativeRoot(file)));
    lines.push(typesOnly(node) ? `require(${to});` : `import ${to};`);
  });
  return lines.join("\n");
}

function typesOnly(node: Node): boolean {
  if (node.type === "TSImportType") return true;
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const parts = node.specifiers ?? [];
  return parts.length > 0 && parts.every((part) => part.importKind === "type" || part.exportKind === "type");
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const child of value) walk(child, visit);
  } else if (typeof value === "object" && value !== null) {
    if ("type" in value) visit(value as Node);
    for (const child of Object.values(value)) walk(child, visit);
  }
}

const relativeRoot = (file: string) => "../".repeat(file.split("/").length - 1) || "./";

async function main(): Promise<void> {
  const files = filesBelow(root, [
    "app",
    "components",
    "db",
    "server",
    "messages",
    "scripts",
    "tests",
    "env.ts",
    "proxy.ts",
  ]).filter((file) => /\.(tsx?|mjs|json|css)$/.test(file));
  const problems = await importProblems(
    new Map(files.map((file) => [file, readFileSync(path.join(root, file), "utf8")])),
  );
  for (const { rule, from, to, advice } of problems) console.error(`${from} → ${to}\n  ${rule}: ${advice}\n`);
  console.log(`Import rules: ${files.length} files, ${problems.length} problems.`);
  if (problems.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
