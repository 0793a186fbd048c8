import { Link } from "./link";

export type PaginationProps = {
  label: string;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  words: { previous: string; next: string; position: string };
};

/** Links to the page before and after, and where we are. */
export function Pagination({ label, page, pages, hrefOf, words }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-4 py-4">
      {page > 1 && <Link href={hrefOf(page - 1)}>{words.previous}</Link>}
      <span>{words.position}</span>
      {page < pages && <Link href={hrefOf(page + 1)}>{words.next}</Link>}
    </nav>
  );
}
