import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child.mjs";
import { requireSpace } from "./disk.mjs";
import { hashOfBuild } from "./sources.mjs";
import { inWords, Trouble } from "./trouble.mjs";

const NEEDED_MB = 400;

/**
 * Whether the build is whole and of the present sources. The stamp is written when a build is done and removed
 * before one begins, so that a build that was broken off has none.
 * @param {string} project
 */
export function isBuilt(project) {
  if (!existsSync(join(project, ".next/BUILD_ID")) || !existsSync(stampOf(project))) return false;
  return readFileSync(stampOf(project), "utf8") === hashOfBuild(project);
}

/**
 * @param {string} project
 * @param {AbortSignal} signal
 * @throws {Trouble} after the compiler's own words, when the sources do not build
 */
export async function build(project, signal) {
  requireSpace(project, NEEDED_MB, "The build");
  try {
    rmSync(stampOf(project), { force: true });
    const hash = hashOfBuild(project);
    const { code, said } = await runChild(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      cwd: project,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      signal,
    });
    if (signal.aborted) return;
    if (code !== 0) throw refusal(said);
    writeFileSync(stampOf(project), hash);
  } catch (error) {
    throw inWords(error, project);
  }
}

/** @param {string} said */
function refusal(said) {
  if (/ENOSPC|no space left/i.test(said))
    return new Trouble("There is no space left on the disk for the build.");
  if (/EACCES|EROFS/.test(said))
    return new Trouble("The build cannot be written: .next belongs to another user.");
  return new Trouble(
    `${said.trimEnd().split("\n").slice(-40).join("\n")}\n\nThe build failed, for the reason above.`,
  );
}

/** @param {string} project */
function stampOf(project) {
  return join(project, ".next/bundel-build");
}
