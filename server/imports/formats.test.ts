import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import writeXlsx from "write-excel-file/node";
import { Breath } from "../core/breath";
import { formatOf, tableOf } from "./formats";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bundel-formats-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Uint8Array) {
  const path = join(folder, "file");
  await writeFile(path, content);
  const format = await formatOf(path);
  const { columns, rows } = await tableOf(format, path);
  const all: string[][] = [];
  for await (const row of rows) all.push(row);
  return { format: format.name, columns, rows: all };
}
const key = async (content: string | Uint8Array) => {
  try {
    await read(content);
    return "read";
  } catch (error) {
    return (error as { key?: string }).key ?? String(error);
  }
};

test.each([
  ["semicolons", "titel;waarde\r\nBrug;1,5\r\n"],
  ["commas", 'titel,waarde\nBrug,"1,5"\n'],
  ["tabs", "titel\twaarde\nBrug\t1,5\n"],
  ["a byte order mark", "\ufefftitel;waarde\nBrug;1,5"],
  ["another sign within quotes in the head", '"titel",waarde\nBrug,"1,5"'],
])("CSV with %s is read", async (_, text) => {
  expect(await read(text)).toEqual({ format: "csv", columns: ["titel", "waarde"], rows: [["Brug", "1,5"]] });
});

test("UTF-8, UTF-16 and Windows-1252 give the same letters", async () => {
  const text = "titel;plaats\nCafé € 5;Curaçao";
  const latin = Buffer.from(text.replace("€", "\x80"), "latin1");
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  for (const bytes of [Buffer.from(text), latin, utf16])
    expect((await read(bytes)).rows).toEqual([["Café € 5", "Curaçao"]]);
});

test("quotes and line breaks within a cell are kept, and an apostrophe before a formula goes", async () => {
  expect((await read('a;b\n"eerste ""regel""\ntweede";"\'=1+1"')).rows).toEqual([
    ['eerste "regel"\ntweede', "=1+1"],
  ]);
});

test("rows that are too short are filled up, what is too long is cut off, names are made different", async () => {
  const { columns, rows } = await read("a;a;;\n1\n1;2;3;4;5");
  expect(columns).toEqual(["a", "a (2)"]);
  expect(rows).toEqual([
    ["1", ""],
    ["1", "2"],
  ]);
});

test("a file that cannot be a table is refused with what is wrong", async () => {
  expect(await key("")).toBe("imports.emptyFile");
  expect(await key("titel;waarde\n")).toBe("imports.emptyFile");
  expect(await key('titel\n"nooit gesloten')).toBe("imports.csvBroken");
  expect(await key(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toBe("imports.unknownFormat");
  expect(await key("PK nothing of the kind")).toBe("imports.notWorkbook");
  expect(await key("{ not json")).toBe("ocds.notJson");
  expect(await key(`titel\n${"x".repeat(30_000)}`)).toBe("imports.tooLongCell");
  expect(await key(`titel\n${"x\n".repeat(50_001)}`)).toBe("imports.tooManyRows");
});

test("a workbook is read: texts, amounts, days and cells that are empty", async () => {
  const file = await writeXlsx([
    [{ value: "titel" }, { value: "leeg" }, { value: "waarde" }, { value: "begin" }],
    [
      { value: "Brug & sluis <1>" },
      null,
      { value: 1_200_000.5, type: Number },
      { value: new Date(Date.UTC(2027, 3, 1)), type: Date, format: "dd-mm-yyyy" },
    ],
  ] as never).toBuffer();
  expect(await read(file)).toEqual({
    format: "xlsx",
    columns: ["titel", "leeg", "waarde", "begin"],
    rows: [["Brug & sluis <1>", "", "1200000.5", "2027-04-01"]],
  });
});

/** A zip with one entry whose size is said to be another than it is. */
function zipOf(name: string, content: Buffer, said = content.length): Buffer {
  const packed = deflateRawSync(content);
  const head = (signature: number, size: number) => {
    const buffer = Buffer.alloc(size);
    buffer.writeUInt32LE(signature, 0);
    return buffer;
  };
  const local = head(0x04034b50, 30);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(said, 22);
  local.writeUInt16LE(name.length, 26);
  const central = head(0x02014b50, 46);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(said, 24);
  central.writeUInt16LE(name.length, 28);
  const end = head(0x06054b50, 22);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

test("a zip bomb is refused before it is unpacked, also one that lies about its size", async () => {
  const sheet = "xl/worksheets/sheet1.xml";
  expect(await key(zipOf(sheet, Buffer.from("<x/>"), 4_000_000_000))).toBe("imports.tooLargeUnpacked");
  expect(await key(zipOf(sheet, Buffer.alloc(50_000_000, " "), 1_000))).toBe("imports.notWorkbook");
  const doctype = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>';
  expect(await key(zipOf(sheet, Buffer.from(doctype)))).toBe("imports.notWorkbook");
});

test("a workbook whose cells share one long text is refused by what they hold together", async () => {
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(90)}</row>`;
  const head = '<row><c t="str"><v>titel</v></c></row>';
  const shared = `<sst><si><t>${"x".repeat(20_000)}</t></si></sst>`;
  const workbook = zipSync({
    "xl/workbook.xml": strToU8("<workbook/>"),
    "xl/sharedStrings.xml": strToU8(shared),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet>${head}${row.repeat(60)}</worksheet>`),
  });
  expect(workbook.length).toBeLessThan(10_000);
  expect(await key(workbook)).toBe("imports.tooLargeUnpacked");
});

test("a file of OCDS is read release by release, and others are served in between, also where nothing in it is one", async () => {
  const due = vi.spyOn(Breath.prototype, "isDue").mockReturnValue(true);
  const taken = vi.spyOn(Breath.prototype, "take");
  const releases = Array.from({ length: 40 }, (_, at) => ({ ocid: `a-${at}` }));
  const files = [{ releases }, { records: releases }, [{ ocid: "a", releases }], releases.map(() => ({}))];
  for (const file of files) {
    taken.mockClear();
    await key(JSON.stringify(file));
    expect(taken.mock.calls.length).toBeGreaterThanOrEqual(releases.length);
  }
  due.mockRestore();
  taken.mockRestore();
});
