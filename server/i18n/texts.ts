import format, { type CompiledMessage, type FormatValues } from "icu-minify/format";
import type { Language } from "@/db/enums";
import { type Messages, messagesOf } from "./messages";
import { TIME_ZONE } from "./time-zone";

/** Texts of one namespace, for what is written outside a page: mail. */
export type Texts = ((key: string, values?: FormatValues) => string) & { has: (key: string) => boolean };

const formatters = {
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...given),
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...given),
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) =>
    new Intl.PluralRules(...given),
};

/** @throws in the returned function, for a key that the language does not have */
export function textsOf(language: Language, namespace: string): Texts {
  const texts = messagesOf(language)[namespace] as Messages;
  const find = (key: string) =>
    key.split(".").reduce<unknown>((inner, part) => (isBranch(inner) ? inner[part] : undefined), texts) as
      | CompiledMessage
      | undefined;
  const text = (key: string, values?: FormatValues) => {
    const message = find(key);
    if (message === undefined) throw new Error(`No text ${namespace}.${key} in ${language}.`);
    return String(format(message, language, values, { formatters, timeZone: TIME_ZONE }));
  };
  return Object.assign(text, { has: (key: string) => find(key) !== undefined });
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
