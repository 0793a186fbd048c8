import type { Locale } from "@/components/ui/format";

export type Choice = { slug: string; name: Record<Locale, string> };

/** Only what the browser shows of a choice. */
export const choice = ({ slug, name }: Choice): Choice => ({ slug, name });
