import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

export type MissingItem = { key: string; text: string; href: string };
export type MissingListProps = {
  /** "Before this can be published" */
  title: string;
  items: readonly MissingItem[];
};

/** What is still needed before the next step, each a link to where it is filled in. Nothing missing, nothing shown. */
export function MissingList({ title, items }: MissingListProps) {
  if (items.length === 0) return null;
  return (
    <section className="border-s-4 border-attention-line bg-attention-subtle px-4 py-3">
      <h2 className="font-bold text-attention">{title}</h2>
      <ul className="mt-2 flex flex-col gap-1">
        {items.map(({ key, text, href }) => (
          <li key={key} className="flex items-start gap-2">
            <Icon name="right" className="mt-0.5 text-attention" />
            <Link href={href}>{text}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
