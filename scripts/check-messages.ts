import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { LANGUAGES } from "@/db/enums";

export type Texts = { [key: string]: string | Texts };

/**
 * What keeps two languages from saying the same: a key that one lacks, or a sentence whose arguments differ.
 * `nl` is the source language.
 */
export function messageProblems(nl: Texts, en: Texts): string[] {
  const [source, other] = [flat(nl), flat(en)];
  const missing = [...source.keys()].filter((key) => !other.has(key)).map((key) => `${key}: not in English`);
  const extra = [...other.keys()].filter((key) => !source.has(key)).map((key) => `${key}: not in Dutch`);
  const differing = [...source].flatMap(([key, text]) => {
    const translated = other.get(key);
    if (translated === undefined) return [];
    if (text.trim() === "" || translated.trim() === "") return [`${key}: empty`];
    const [a, b] = [argumentsOf(text), argumentsOf(translated)];
    return a === b ? [] : [`${key}: arguments differ: ${a || "none"} in Dutch, ${b || "none"} in English`];
  });
  return [...missing, ...extra, ...differing];
}

function flat(texts: Texts, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

/** The ICU arguments (`{name}`, `{total, number}`) and tags (`<link>`) of a sentence, in order of name. */
export function argumentsOf(sentence: string): string {
  const found = new Set([...sentence.matchAll(/<(\w+)>/g)].map(([tag]) => tag));
  readMessage(sentence, 0, found);
  return [...found].sort().join(", ");
}

/** Reads a message from a place up to its closing brace or end; @returns the place after it. */
function readMessage(text: string, start: number, found: Set<string>): number {
  let at = start;
  while (at < text.length && text[at] !== "}")
    at = text[at] === "{" ? readArgument(text, at + 1, found) : at + 1;
  return at + 1;
}

function readArgument(text: string, start: number, found: Set<string>): number {
  const [head, name, kind] = /^\s*(\w+)\s*(?:,\s*(\w+))?/.exec(text.slice(start)) ?? ["", "?"];
  found.add(kind ? `${name} (${kind})` : name!);
  let at = start + head.length;
  // What is left of a plural or select is its branches, each a message of its own; of a number or date, its style.
  while (at < text.length && text[at] !== "}")
    at = text[at] === "{" ? readMessage(text, at + 1, found) : at + 1;
  return at + 1;
}

/** All texts of a language, one namespace per file. */
export function readMessages(root: string, language: string): Texts {
  const folder = path.join(root, "messages", language);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(path.join(folder, name), "utf8"))]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [nl, en] = LANGUAGES.map((language) =>
    readMessages(path.resolve(import.meta.dirname, ".."), language),
  );
  const problems = messageProblems(nl!, en!);
  for (const problem of problems) console.error(problem);
  console.log(`Messages: ${flat(nl!).size} texts in both languages, ${problems.length} problems.`);
  if (problems.length > 0) process.exitCode = 1;
}
