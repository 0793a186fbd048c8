import { formatNumber, type Locale } from "@/components/ui/format";

/** Co-funding per own euro, as "3,0 ×". */
export const multiplierText = (multiplier: number, locale: Locale): string =>
  `${formatNumber(multiplier, locale, 1)}\u00a0×`;
