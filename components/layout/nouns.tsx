"use client";
import { usePathname } from "next/navigation";
import { classes } from "@/components/ui/classes";
import { Link } from "@/components/ui/link";

export type Noun = { href: string; text: string; paths: string[] };

/** The main nouns; the one whose pages the reader is on is marked. */
export function Nouns({ label, nouns, stacked }: { label: string; nouns: Noun[]; stacked?: boolean }) {
  const path = usePathname().replace(/^\/[a-z]{2}(?=\/|$)/, "");
  return (
    <nav aria-label={label} className={stacked ? undefined : "self-stretch"}>
      <ul className={stacked ? "flex flex-col" : "flex h-full gap-6"}>
        {nouns.map(({ href, text, paths }) => {
          const here = paths.some((start) => path === start || path.startsWith(`${start}/`));
          return (
            <li key={href} className={stacked ? "border-b border-line" : "flex"}>
              <Link
                plain
                href={href}
                aria-current={path === href ? "page" : here ? "true" : undefined}
                className={classes("noun", stacked ? "noun-stacked" : "noun-inline")}
              >
                {text}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
