import type { Language } from "@/db/enums";

/** The language that a person wrote in, where it is not that of the page. */
export const langOf = ({ language }: { language: Language }, locale: string): Language | undefined =>
  language === locale ? undefined : language;
