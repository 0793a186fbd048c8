"use client";
import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/link";

export type Noun = { href: string; text: string; paths: readonly string[] };

/** The main nouns; the one whose pages the reader is on is marked. */
export function Nouns({ label, nouns }: { label: string; nouns: Noun[] }) {
  const path = (usePathname() ?? "").replace(/^\/[a-z]{2}(?=\/|$)/, "");
  return (
    <nav aria-label={label}>
      <ul className="nouns">
        {nouns.map(({ href, text, paths }) => {
          const here = paths.some((start) => path === start || path.startsWith(`${start}/`));
          return (
            <li key={href}>
              <Link
                plain
                href={href}
                aria-current={path === href ? "page" : here ? "true" : undefined}
                className="noun"
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
