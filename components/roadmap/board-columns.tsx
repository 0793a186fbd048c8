"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { trpc } from "@/components/trpc/client";
import type { Sureness } from "@/components/ui/certainty-mark";
import { Link } from "@/components/ui/link";
import { Marked, type Segments } from "@/components/ui/marked";
import { Menu } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import type { Certainty, NeedState } from "@/db/enums";
import { sureness } from "../needs/certainty";
import { CertaintyUndo } from "./moving/certainty-undo";

export type Card = {
  id: string;
  title: string;
  lang?: string;
  /** What was searched for in it. */
  found?: { title: Segments; fragment: Segments | null };
  facts: string;
  certainty: Certainty;
  /** Said where others changed it since the reader last looked. */
  changed?: string;
  /** For its buyer, where the card can be moved. */
  version?: number;
};
export type Column = {
  key: Certainty | NeedState;
  title: string;
  /** How it is drawn, when the column is a certainty. */
  sureness?: Sureness;
  sum: string;
  cards: Card[];
  more?: { text: string; href: string };
};
type Props = { title: string; columns: Column[]; certainties: Certainty[] };
type Move = { card: Card; to: Certainty };

/** Columns of cards; a buyer moves its own by dragging or by the card's menu. */
export function BoardColumns({ title, columns, certainties }: Props) {
  const t = useTranslations("roadmap.board");
  const words = useTranslations("needs.certainty");
  const router = useRouter();
  const board = useRef<HTMLUListElement>(null);
  const [done, setDone] = useState<(Move & { version: number }) | null>(null);
  const { run, sentence } = useAction(
    ({ card, to }: Move) =>
      trpc.needs.setCertainty.mutate({ id: card.id, version: card.version!, certainty: to }),
    ({ version }, move) => {
      setDone({ ...move, version });
      router.refresh();
    },
  );
  const latest = useRef({ columns, run });
  latest.current = { columns, run };

  const movable = columns.some((column) => column.cards.some(({ version }) => version !== undefined));
  useEffect(() => {
    if (!movable || !board.current) return;
    const root = board.current;
    let stop = () => {};
    let gone = false;
    void import("./moving/cards").then(({ listenToCards }) => {
      if (gone) return;
      stop = listenToCards(root, (id, to) => {
        const { columns, run } = latest.current;
        const card = columns.flatMap((column) => column.cards).find((one) => one.id === id);
        if (card && card.certainty !== to) void run({ card, to: to as Certainty });
      });
    });
    return () => {
      gone = true;
      stop();
    };
  }, [movable]);

  return (
    <>
      {sentence && (
        <Notice kind="attention" live>
          {sentence}
        </Notice>
      )}
      <ul ref={board} aria-label={title} className="board">
        {columns.map((column) => (
          <li key={column.key} data-column={movable ? column.key : undefined} className="board-column">
            <h2 className="flex items-center gap-2 text-md">
              {column.sureness && (
                <span aria-hidden="true" className={`h-3.5 w-7 flex-none drawn-${column.sureness}`} />
              )}
              {column.title}
            </h2>
            <p className="text-sm text-muted">{column.sum}</p>
            <ul className="flex flex-col gap-2">
              {column.cards.map((card) => (
                <li
                  key={card.id}
                  data-card={card.version === undefined ? undefined : card.id}
                  className="board-card"
                >
                  <span aria-hidden="true" className={`board-mark drawn-${sureness[card.certainty]}`} />
                  <Link href={`/needs/${card.id}`} lang={card.lang} draggable={false}>
                    <Marked text={card.title} segments={card.found?.title} />
                  </Link>
                  {card.found?.fragment && (
                    <p className="text-sm" lang={card.lang}>
                      <Marked segments={card.found.fragment} />
                    </p>
                  )}
                  <p className="text-sm text-muted">
                    {card.changed && <strong className="changed-mark">{`${card.changed} · `}</strong>}
                    {card.facts}
                  </p>
                  {card.version !== undefined && (
                    <Menu
                      label={
                        <span className="text-sm" title={t("moveOf", { need: card.title })}>
                          {t("moveTo")}
                        </span>
                      }
                    >
                      {certainties
                        .filter((to) => to !== card.certainty)
                        .map((to) => (
                          <button
                            key={to}
                            type="button"
                            className="menu-item"
                            onClick={() => void run({ card, to })}
                          >
                            {words(to)}
                          </button>
                        ))}
                    </Menu>
                  )}
                </li>
              ))}
            </ul>
            {column.more && (
              <p className="text-sm">
                <Link href={column.more.href}>{column.more.text}</Link>
              </p>
            )}
          </li>
        ))}
      </ul>
      {done && (
        <CertaintyUndo
          key={done.version}
          need={done.card}
          version={done.version}
          was={done.card.certainty}
          said={words(done.to)}
          gone={() => setDone(null)}
        />
      )}
    </>
  );
}
