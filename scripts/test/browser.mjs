import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Trouble } from "../start/trouble.mjs";

/** The one without windows first: a page costs it a fifth less. */
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
const DEBIAN_PACKAGES = ["chromium-headless-shell", "chromium"];

/** @returns {string | undefined} where a browser is that the journeys can use */
export function findBrowser() {
  const places = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  return places.flatMap((place) => NAMES.map((name) => join(place, name))).find(existsSync);
}

/**
 * Makes sure that there is a browser: root on Debian installs one, others are told how.
 * @throws {Trouble}
 */
export function provideBrowser() {
  if (findBrowser()) return;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log("There is no browser yet: installing Debian's chromium.");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    for (const name of DEBIAN_PACKAGES) {
      spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], {
        stdio: "inherit",
        env,
      });
      if (findBrowser()) return;
    }
  }
  throw new Trouble(
    "The journeys need Chromium. On Debian or Ubuntu: sudo apt-get install chromium. Elsewhere, put a chromium or google-chrome on the PATH.",
  );
}
