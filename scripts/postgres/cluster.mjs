import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { exists } from "../start/processes.mjs";
import { Trouble } from "../start/trouble.mjs";

const SECRET = "bundel.json";

/**
 * Makes the cluster when it is not there. It is made under another name and renamed when it is whole, so that a
 * start that was broken off leaves nothing that looks like a cluster.
 * @param {{ cluster: string, binaries: string, account: import("./account.mjs").Account, durable: boolean }} options
 * @throws {Trouble} when initdb refuses
 */
export function makeCluster({ cluster, binaries, account, durable }) {
  removeDrafts(cluster);
  if (existsSync(join(cluster, "PG_VERSION"))) return;
  if (existsSync(cluster) && readdirSync(cluster).length > 0) {
    throw new Trouble(
      `${cluster} holds files but no PostgreSQL database. Remove it, or name another place with BUNDEL_DATA.`,
    );
  }
  const draft = `${cluster}.draft-${process.pid}`;
  mkdirSync(draft, { mode: 0o700 });
  if (account) chownSync(draft, account.uid, account.gid);
  const run = runner(binaries, account);
  run("initdb", [
    `--pgdata=${draft}`,
    "--username=postgres",
    "--encoding=UTF8",
    "--locale-provider=icu",
    "--icu-locale=nl-NL",
    `--locale=${libcLocale()}`,
    "--lc-messages=C",
    "--auth=trust",
    ...(durable ? [] : ["--no-sync"]),
  ]);
  const password = randomBytes(24).toString("hex");
  run(
    "postgres",
    ["--single", "-D", draft, "postgres"],
    [
      `CREATE ROLE bundel LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`,
      "CREATE DATABASE bundel OWNER bundel",
      "",
    ].join("\n"),
  );
  write(join(draft, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n", account);
  write(join(draft, SECRET), `${JSON.stringify({ password })}\n`, account);
  renameSync(draft, cluster);
}

/**
 * @param {string} cluster
 * @returns {string} the password of the role `bundel`, which only the cluster's account and root can read
 */
export function passwordOf(cluster) {
  return JSON.parse(readFileSync(join(cluster, SECRET), "utf8")).password;
}

/** @param {string} cluster */
function removeDrafts(cluster) {
  const start = `${basename(cluster)}.draft-`;
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(start) || exists(Number(name.slice(start.length)))) continue;
    // What a killed start had begun may still be writing there for a moment.
    rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** @param {string} binaries @param {import("./account.mjs").Account} account */
function runner(binaries, account) {
  /** @param {string} program @param {string[]} options @param {string} [input] */
  return (program, options, input) => {
    const answer = spawnSync(join(binaries, "bin", program), options, {
      ...account,
      cwd: "/",
      env: plainEnvironment(),
      input,
      encoding: "utf8",
    });
    const said = `${answer.stderr ?? ""}\n${answer.stdout ?? ""}`;
    if (answer.status === 0 && !/\b(ERROR|FATAL|PANIC):/.test(said)) return;
    if (answer.signal)
      throw new Trouble(`Making the database was stopped by ${answer.signal}. Start again to go on.`);
    if (/no space left|could not extend file/i.test(said)) {
      throw new Trouble("There is no space left on the disk for the database.");
    }
    const reason =
      said.split("\n").find((line) => /error|fatal|panic|could not/i.test(line)) ?? answer.error?.message;
    throw new Trouble(
      `The database could not be made: ${reason ?? `${program} ended with ${answer.status}`}.`,
    );
  };
}

/** @param {string} path @param {string} text @param {import("./account.mjs").Account} account */
function write(path, text, account) {
  writeFileSync(path, text, { mode: 0o600 });
  if (account) chownSync(path, account.uid, account.gid);
}

/** Without the locale of the person who starts, so that every cluster is the same. */
export function plainEnvironment() {
  return { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

function libcLocale() {
  const answer = spawnSync("locale", ["-a"], { encoding: "utf8" });
  const known = answer.stdout?.split("\n") ?? [];
  return ["C.UTF-8", "C.utf8", "en_US.UTF-8"].find((name) => known.includes(name)) ?? "C";
}
