import type { Choice } from "./need-form";

/** Only what the browser shows of a choice. */
export const choice = ({ slug, name }: Choice): Choice => ({ slug, name });
