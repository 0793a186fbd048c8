import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const BUILT_FROM = [
  "app",
  "components",
  "db",
  "messages",
  "pages",
  "public",
  "server",
  "env.ts",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const PREPARED_FROM = ["db/migrations", "db/regions"];
const TEST = /\.test\.tsx?$/;

/** @param {string} project @returns {string} changes with everything a build is made of, Node's major version too */
export function hashOfBuild(project) {
  return hashOf(project, BUILT_FROM, process.versions.node.split(".")[0]);
}

/** @param {string} project @param {string[]} more @returns {string} changes with the migrations and the region packs */
export function hashOfPreparation(project, ...more) {
  return hashOf(project, PREPARED_FROM, ...more);
}

/** @param {string} project @param {string[]} paths @param {(string | undefined)[]} more */
function hashOf(project, paths, ...more) {
  const hash = createHash("sha256").update(JSON.stringify(more));
  for (const path of paths.flatMap((path) => filesBelow(project, path)).sort()) {
    hash.update(`\0${path}\0`).update(readFileSync(join(project, path)));
  }
  return hash.digest("hex");
}

/** @param {string} project @param {string} path @returns {string[]} */
function filesBelow(project, path) {
  const full = join(project, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !TEST.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1));
}
