import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Trouble } from "../start/trouble.mjs";
import { accountFor } from "./account.mjs";
import { makeOpenDirectory, SHARED_PLACE } from "./binaries.mjs";
import { runningServer } from "./server.mjs";

/**
 * Where the cluster of a data directory lies, and whose it is. It lies in the data directory, except when root
 * starts a project that PostgreSQL's account cannot reach: then below /var/lib/bundel, and the data directory says where.
 * @param {string} dataDirectory an existing directory
 * @returns {{ cluster: string, account: import("./account.mjs").Account }}
 * @throws {Trouble} when the data directory is a copy whose cluster belongs to another
 */
export function placeOf(dataDirectory) {
  const near = join(dataDirectory, "postgres");
  const elsewhere = pointedAt(dataDirectory);
  if (elsewhere) return { cluster: elsewhere, account: accountFor(elsewhere) };
  const account = accountFor(near);
  if (!account) return { cluster: near, account };
  if (canEnter(dataDirectory, account)) {
    giveTo(near, account);
    return { cluster: near, account };
  }
  return { cluster: moveAway(dataDirectory, near, account), account };
}

/** @param {string} directory @param {NonNullable<import("./account.mjs").Account>} account */
function canEnter(directory, account) {
  const answer = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], {
    ...account,
    cwd: "/",
    stdio: "ignore",
  });
  return answer.status === 0;
}

/** @param {string} dataDirectory @returns {string | undefined} */
function pointedAt(dataDirectory) {
  const path = pointerOf(dataDirectory);
  if (!existsSync(path)) return undefined;
  const pointer = JSON.parse(readFileSync(path, "utf8"));
  const here = realpathSync(dataDirectory);
  if (pointer.of === here) return pointer.cluster;
  if (existsSync(pointerOf(pointer.of)) && statSync(pointer.of).ino !== statSync(here).ino) {
    throw new Trouble(
      `${here} is a copy of ${pointer.of}, and both point at the database in ${pointer.cluster}. Remove ${path} to start here with an empty database.`,
    );
  }
  writeFileSync(path, JSON.stringify({ ...pointer, of: here }));
  return pointer.cluster;
}

/** @param {string} dataDirectory @param {string} near @param {NonNullable<import("./account.mjs").Account>} account */
function moveAway(dataDirectory, near, account) {
  const home = join(SHARED_PLACE, randomBytes(6).toString("hex"));
  const cluster = join(home, "postgres");
  makeOpenDirectory(SHARED_PLACE);
  makeOpenDirectory(home);
  const moved = existsSync(near);
  if (moved && runningServer(near)) {
    throw new Trouble(
      `The PostgreSQL in ${near} still runs, but its account cannot enter ${dataDirectory} any more. Stop it first.`,
    );
  }
  if (moved) {
    cpSync(near, cluster, { recursive: true, preserveTimestamps: true });
    giveTo(cluster, account);
  }
  const draft = `${pointerOf(dataDirectory)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ cluster, of: realpathSync(dataDirectory) }));
  renameSync(draft, pointerOf(dataDirectory));
  if (moved) rmSync(near, { recursive: true });
  return cluster;
}

/** A cluster that root copied belongs to root, and PostgreSQL wants it to be its account's. @param {string} directory @param {NonNullable<import("./account.mjs").Account>} account */
function giveTo(directory, account) {
  if (!existsSync(directory) || statSync(directory).uid === account.uid) return;
  for (const entry of readdirSync(directory, { recursive: true })) {
    lchownSync(join(directory, String(entry)), account.uid, account.gid);
  }
  chownSync(directory, account.uid, account.gid);
}

/** @param {string} dataDirectory */
function pointerOf(dataDirectory) {
  return join(dataDirectory, "postgres.location.json");
}
