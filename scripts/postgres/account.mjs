import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { Trouble } from "../start/trouble.mjs";

/**
 * The account that PostgreSQL runs under. Undefined is "the one we are": only root needs another, because
 * PostgreSQL refuses root, and initdb wants one that the system knows by name.
 * @typedef {{ uid: number, gid: number } | undefined} Account
 */

/**
 * @param {string} clusterDirectory an existing cluster keeps the account that owns it
 * @returns {Account}
 * @throws {Trouble} when root finds and can make no account
 */
export function accountFor(clusterDirectory) {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(clusterDirectory) ?? known("bundel", "postgres", "_postgres") ?? made() ?? fallback();
}

/** @param {string} directory @returns {Account} */
function ownerOf(directory) {
  try {
    const { uid, gid } = statSync(directory);
    return uid === 0 ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

/** @param {...string} names @returns {Account} */
function known(...names) {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of names) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  return undefined;
}

/** @returns {Account} */
function made() {
  const attempts = [
    ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "bundel"],
    ["adduser", "-S", "-D", "-H", "-s", "/sbin/nologin", "bundel"],
  ];
  for (const [command = "", ...options] of attempts) {
    spawnSync(command, options, { stdio: "ignore" });
    const account = known("bundel");
    if (account) return account;
  }
  return undefined;
}

/** @returns {Account} */
function fallback() {
  const account = known("nobody");
  if (account) return account;
  throw new Trouble(
    "PostgreSQL refuses to run as root and no other account could be made. Start as an ordinary user, or set DATABASE_URL.",
  );
}
