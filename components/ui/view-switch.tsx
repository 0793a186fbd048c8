import { classes } from "./classes";
import { Link } from "./link";
import type { Tab } from "./tabs";

/** Ways to look at the same list, side by side. */
export function ViewSwitch({ label, views }: { label: string; views: readonly Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul className="inline-flex flex-wrap rounded-md border border-action-line">
        {views.map((view) => (
          <li key={view.href} className="border-s border-action-line first:border-s-0">
            <Link
              plain
              replace
              scroll={false}
              href={view.href}
              aria-current={view.current ? "page" : undefined}
              className={classes(
                "view inline-flex min-h-9 items-center px-3 text-sm font-bold hover:no-underline",
                view.current ? "bg-action-fill text-on-action!" : "text-action! hover:bg-action-subtle",
              )}
            >
              {view.text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
