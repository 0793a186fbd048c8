import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isBuilt } from "@/scripts/start/build.mjs";
import { requireSpace } from "@/scripts/start/disk.mjs";
import { isInstalled } from "@/scripts/start/install.mjs";
import { freePort } from "@/scripts/start/ports.mjs";
import { hashOfBuild } from "@/scripts/start/sources.mjs";
import { Place, start } from "./holder";

const NOBODY = 65_534;

test("a port in use is one sentence, before anything else happens", async () => {
  await using place = new Place();
  const port = await freePort();
  const occupant = createServer().listen(port, "127.0.0.1");
  const { code, said } = await start({ PORT: String(port), BUNDEL_DATA: place.data });
  occupant.close();
  expect(code).toBe(1);
  expect(said).toBe(
    `Port ${port} is in use. Stop what listens there, or choose another port, for example: PORT=${port + 1} npm start`,
  );
});

test("a port that is none is one sentence", async () => {
  const { code, said } = await start({ PORT: "many" });
  expect(code).toBe(1);
  expect(said).toBe("PORT is many, and must be a number from 1 to 65535.");
});

test("a data directory that cannot be written is one sentence", async () => {
  await using place = new Place();
  // Root can write anywhere, so the start runs as somebody else, who may not be able to enter this project.
  const project = join(place.path, "project");
  cpSync(join(import.meta.dirname, "../../scripts"), join(project, "scripts"), { recursive: true });
  mkdirSync(place.data, { mode: 0o555 });
  const asRoot = process.getuid?.() === 0;
  const { code, said } = await start(
    { PORT: String(await freePort()), BUNDEL_DATA: place.data },
    { project, uid: asRoot ? NOBODY : undefined },
  );
  chmodSync(place.data, 0o755);
  expect(code).toBe(1);
  expect(said).toBe(
    `The directory ${place.data} cannot be written by this user. Give it to this user, or name another place with BUNDEL_DATA.`,
  );
});

test("a file where the data directory should be is one sentence", async () => {
  await using place = new Place();
  const file = join(place.path, "file");
  writeFileSync(file, "");
  const { code, said } = await start({ PORT: String(await freePort()), BUNDEL_DATA: file });
  expect(code).toBe(1);
  expect(said).toBe(`${file} is not a directory. Remove it, or name another place with BUNDEL_DATA.`);
});

test("a disk without room is refused before anything is written", async () => {
  await using place = new Place();
  expect(() => requireSpace(place.data, 1e12, "The database")).toThrow(
    /^The database needs \d+ MB on the disk that holds .*, and \d+ MB is free\.$/,
  );
  expect(() => requireSpace(place.data, 0, "The database")).not.toThrow();
});

test("packages count as installed only when npm came to its end and the lockfile is the same", async () => {
  await using place = new Place();
  const lock = (version: string) =>
    JSON.stringify({
      packages: { "": {}, "node_modules/a": { version }, "node_modules/b": { version: "1", optional: true } },
    });
  mkdirSync(join(place.path, "node_modules/a"), { recursive: true });
  writeFileSync(join(place.path, "package-lock.json"), lock("1.0.0"));
  expect(isInstalled(place.path)).toBe(false);

  const written = join(place.path, "node_modules/.package-lock.json");
  writeFileSync(written, JSON.stringify({ packages: { "node_modules/a": { version: "1.0.0" } } }));
  expect(isInstalled(place.path)).toBe(true);

  writeFileSync(join(place.path, "package-lock.json"), lock("2.0.0"));
  expect(isInstalled(place.path)).toBe(false);
});

test("a build counts only when it came to its end and the sources are the same", async () => {
  await using place = new Place();
  const source = join(place.path, "server/rule.ts");
  mkdirSync(join(place.path, "server"));
  mkdirSync(join(place.path, ".next"));
  writeFileSync(source, "export const rule = 1;");
  writeFileSync(join(place.path, ".next/BUILD_ID"), "x");
  expect(isBuilt(place.path)).toBe(false);

  writeFileSync(join(place.path, ".next/bundel-build"), hashOfBuild(place.path));
  expect(isBuilt(place.path)).toBe(true);

  writeFileSync(join(place.path, "server/rule.test.ts"), "a test is no part of a build");
  expect(isBuilt(place.path)).toBe(true);

  writeFileSync(source, "export const rule = 2;");
  expect(isBuilt(place.path)).toBe(false);

  writeFileSync(source, "export const rule = 1;");
  rmSync(join(place.path, ".next/BUILD_ID"));
  expect(isBuilt(place.path)).toBe(false);
});
