import { readCpv } from "@/db/cpv/read";
import type { Language } from "@/db/enums";

/** The digits of a code that say something, without the zeros that fill it up: "72200000-7" is 722. */
export const significant = (cpv: string): string => cpv.slice(0, 8).replace(/0+$/, "").padEnd(2, "0");

/** How many digits two codes have in common from the front; at least the division's two, or none. */
export function digitsInCommon(a: string, b: string): number {
  const [short, long] = [significant(a), significant(b)];
  let count = 0;
  while (count < Math.min(short.length, long.length) && short[count] === long[count]) count++;
  return count >= 2 ? count : 0;
}

let names: Map<string, Record<Language, string>> | undefined;

/** The name of the nearest code that has one: that of these digits, or of what they are part of. */
export function nameOfCpv(cpv: string): Record<Language, string> | null {
  names ??= new Map(readCpv().map(({ code, name }) => [code.slice(0, 8), name]));
  for (let digits = significant(cpv); digits.length >= 2; digits = digits.slice(0, -1)) {
    const name = names.get(digits.padEnd(8, "0"));
    if (name) return name;
  }
  return null;
}

/** What is bought: by the division of the code, as the CPV orders them. */
export function kindOf(code: string): "supplies" | "works" | "services" {
  const division = code.slice(0, 2);
  if (division === "45") return "works";
  return division < "45" || division === "48" ? "supplies" : "services";
}
