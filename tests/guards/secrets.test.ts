import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "@/scripts/files-below";

const root = path.resolve(import.meta.dirname, "../..");
const places = [
  "app",
  "components",
  "db",
  "docs",
  "messages",
  "scripts",
  "server",
  "tests",
  "env.ts",
  "proxy.ts",
];
const rootFiles = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  "publiccode.yml",
  "package.json",
  "compose.yaml",
  "Dockerfile",
];
const sources = filesBelow(root, [...places, ...rootFiles])
  .filter((file) => /\.(tsx?|mjs|cjs|json|md|ya?ml|sql|css)$|Dockerfile$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));
const finding = (pattern: RegExp, allowed: (match: string) => boolean = () => false) =>
  sources.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)]
      .map(([match]) => match)
      .filter((match) => !allowed(match))
      .map((match) => `${file}: ${match.slice(0, 60)}`),
  );

test("no source holds a key, a token or a password", () => {
  const key = ["-----BEGIN [A-Z ]*PRIVATE", "KEY-----"].join(" ");
  const patterns = [
    key,
    "\\bAKIA[0-9A-Z]{16}\\b",
    "\\bgh[pousr]_[A-Za-z0-9]{36}\\b",
    "\\bxox[baprs]-[A-Za-z0-9-]{10,}",
    "\\beyJ[A-Za-z0-9_-]{20,}\\.eyJ",
  ];
  expect(finding(new RegExp(patterns.join("|"), "g"))).toEqual([]);
});

test("no source holds a mail address of someone who may exist", () => {
  const invented = /@([\w-]+\.)*(example\.(org|com|net)|example|test|invalid|localhost)$/;
  expect(finding(/[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}\b/gi, (address) => invented.test(address))).toEqual(
    [],
  );
});

test("no component reads the environment, so that no setting reaches a browser", () => {
  const components = sources.filter(
    ({ file, text }) => file.startsWith("components/") || /^"use client"/.test(text),
  );
  expect(components.filter(({ text }) => /@\/env"|process\.env/.test(text)).map(({ file }) => file)).toEqual(
    [],
  );
});
