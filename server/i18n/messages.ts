import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
    files.map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(join(folder, name), "utf8"))]),
  );
  loaded.set(language, messages);
  return messages;
}
