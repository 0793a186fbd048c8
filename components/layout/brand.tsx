import { Link } from "@/components/ui/link";

/** The name, with its mark: three lines that become one. */
export function Brand({ regionName }: { regionName: string }) {
  return (
    <Link plain href="/" className="inline-flex min-h-11 min-w-0 items-center gap-2.5 hover:no-underline">
      <svg viewBox="0 0 28 20" aria-hidden="true" className="h-5 w-7 flex-none text-action">
        <path
          d="M1 3H6C13 3 13 10 20 10H27M1 10H27M1 17H6C13 17 13 10 20 10"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
      </svg>
      <span className="text-lg font-heading">Bundel</span>
      {regionName && (
        <span className="min-w-0 max-w-40 truncate border-s border-edge ps-2.5 text-muted">{regionName}</span>
      )}
    </Link>
  );
}
