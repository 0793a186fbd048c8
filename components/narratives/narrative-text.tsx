import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { NarrativeBlock, NarrativeText as NarrativeRun } from "@/db/schema/narratives";

type Props = {
  content: NarrativeBlock[];
  language: string;
  /** The level of the heading above it. */
  under: 1 | 2;
};

/** What was written together, as elements of our own. */
export function NarrativeText({ content, language, under }: Props) {
  return (
    <div lang={language} className="flex max-w-measure flex-col gap-3 wrap-anywhere">
      <Blocks blocks={content} under={under} />
    </div>
  );
}

function Blocks({ blocks, under }: { blocks: NarrativeBlock[]; under: 1 | 2 }): ReactNode {
  return blocks.map((block, index) => {
    if (block.kind === "paragraph") return <p key={index}>{runs(block.text)}</p>;
    if (block.kind === "heading") {
      const Heading = `h${block.level - 1 + under}` as "h2" | "h3" | "h4";
      return (
        <Heading key={index} className={block.level === 2 ? "text-lg" : "text-md"}>
          {runs(block.text)}
        </Heading>
      );
    }
    const List = block.ordered ? "ol" : "ul";
    return (
      <List
        key={index}
        className={
          block.ordered ? "flex list-decimal flex-col gap-1 ps-6" : "flex list-disc flex-col gap-1 ps-6"
        }
      >
        {block.items.map((item, position) => (
          <li key={position}>
            <Blocks blocks={item} under={under} />
          </li>
        ))}
      </List>
    );
  });
}

const runs = (text: NarrativeRun[]) => text.map((run, index) => <Run key={index} {...run} />);

function Run({ text, bold, href }: NarrativeRun) {
  const words = bold ? <strong>{text}</strong> : text;
  if (!href) return words;
  return (
    <Link href={href} rel="nofollow noopener">
      {words}
    </Link>
  );
}
