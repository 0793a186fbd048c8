import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import type { Language } from "@/db/enums";
import { env } from "@/env";

export type Messages = Record<string, unknown>;

const loaded = new Map<Language, Messages>();

/** All texts of a language: one namespace per file of `messages/<language>`, named as the file. Read once in production. */
export function messagesOf(language: Language): Messages {
  const known = loaded.get(language);
  if (known && env.NODE_ENV === "production") return known;
  const folder = join(process.cwd(), "messages", language);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const messages = Object.fromEntries(
    files.map((name) => [
      name.replace(".json", ""),
      compiled(JSON.parse(readFileSync(join(folder, name), "utf8"))),
    ]),
  );
  loaded.set(language, messages);
  return messages;
}

/** Texts with their parts found, so that no request and no browser parses them; `next.config.ts` drops the parser. */
function compiled(texts: unknown): unknown {
  // Through JSON, as React hands only plain objects to the browser and the compiler makes others.
  if (typeof texts === "string") return JSON.parse(JSON.stringify(compile(texts)));
  return Object.fromEntries(Object.entries(texts as Messages).map(([key, inner]) => [key, compiled(inner)]));
}
