import { defineRouting } from "next-intl/routing";
import { LANGUAGES } from "@/db/enums";

/** Every page has a Dutch and an English address; the browser's language decides first. */
export const routing = defineRouting({ locales: LANGUAGES, defaultLocale: "nl", localePrefix: "always" });
