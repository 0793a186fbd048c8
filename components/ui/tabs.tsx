import { Link } from "./link";

export type Tab = { href: string; text: string; current: boolean };

/** Views of the same thing, as links: they work without JavaScript and can be shared. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-6 border-b border-line">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link plain href={tab.href} aria-current={tab.current ? "page" : undefined} className="tab">
              {tab.text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
