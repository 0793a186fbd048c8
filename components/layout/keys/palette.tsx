"use client";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Dialog } from "@/components/ui/dialog";
import { localPath } from "@/components/ui/local-path";
import { Marked, type Segments } from "@/components/ui/marked";
import { CERTAINTIES, type Language } from "@/db/enums";
import { SHORTCUTS } from "./shortcuts";

type Props = { isSignedIn: boolean; close: () => void; list: () => void };
type Found = {
  id: string;
  href: string;
  title: string;
  segments: Segments;
  language: Language;
  organisation: string;
};

const PAUSE_MS = 200;
const MOST = 8;
const GO = [
  "/ecosystem",
  "/interventions",
  "/roadmap",
  "/challenges",
  "/funding",
  "/inbox",
  "/activity",
] as const;
const CREATE = ["/needs/new", "/programmes/new", "/challenges/new", "/interventions/new"] as const;
const ELSEWHERE = [
  ["/decisions", "decisions"],
  ["/region", "region"],
  ["/glossary", "glossary"],
  ["/open-data", "openData"],
  ["/toegankelijkheid", "accessibility"],
] as const;
const VIEWS = ["timeline", "board", "table", "places"] as const;

/** One field for everything: where to go, what to make, how to look at the roadmap, and what is written in it. */
export default function Palette({ isSignedIn, close, list }: Props) {
  const t = useTranslations("layout");
  const router = useRouter();
  const locale = useLocale();
  const [text, setText] = useState("");
  const found = useFound(text.trim());
  const [selected, setSelected] = useState("");
  // What is found comes later than the typing; the first of it is what Enter opens.
  useEffect(() => {
    if (found[0]) setSelected(found[0].id);
  }, [found]);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const go = (href: string) => {
    close();
    router.push(localPath(href, locale));
  };
  const known = (hrefs: readonly string[]) => SHORTCUTS.filter(({ href }) => hrefs.includes(href));
  return (
    <Dialog open onClose={close} title={t("keys.palette")} closeLabel={t("keys.close")}>
      <Command
        label={t("keys.palette")}
        className="palette"
        loop
        value={selected}
        onValueChange={setSelected}
      >
        <Command.Input
          ref={input}
          value={text}
          onValueChange={setText}
          placeholder={t("keys.example")}
          className="control"
        />
        <Command.List className="palette-list">
          <Command.Empty className="py-3 text-muted">{t("keys.none")}</Command.Empty>
          {found.length > 0 && (
            <Command.Group heading={t("keys.found")} forceMount>
              {found.map(({ id, href, title, segments, language, organisation }) => (
                <Command.Item key={id} value={id} forceMount onSelect={() => go(href)}>
                  <span lang={language}>
                    <Marked text={title} segments={segments} />
                  </span>
                  <span className="text-sm text-muted">{organisation}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <Command.Group heading={t("keys.go")}>
            {known(GO).map(({ href, keys, text }) => (
              <Command.Item key={href} onSelect={() => go(href)}>
                {t(text)}
                <kbd className="text-sm text-muted">{keys}</kbd>
              </Command.Item>
            ))}
            {ELSEWHERE.map(([href, text]) => (
              <Command.Item key={href} onSelect={() => go(href)}>
                {t(text)}
              </Command.Item>
            ))}
          </Command.Group>
          {isSignedIn && (
            <Command.Group heading={t("keys.create")}>
              {known(CREATE).map(({ href, keys, text }) => (
                <Command.Item key={href} onSelect={() => go(href)}>
                  {t(text)}
                  <kbd className="text-sm text-muted">{keys}</kbd>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <Command.Group heading={t("keys.roadmap")}>
            {VIEWS.map((view) => (
              <Command.Item key={view} onSelect={() => go(`/roadmap?view=${view}`)}>
                {t(`keys.view.${view}`)}
              </Command.Item>
            ))}
            {CERTAINTIES.map((certainty) => (
              <Command.Item key={certainty} onSelect={() => go(`/roadmap?certainty=${certainty}`)}>
                {t(`keys.certainty.${certainty}`)}
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Item onSelect={list}>{t("keys.list")}</Command.Item>
        </Command.List>
      </Command>
    </Dialog>
  );
}

const FOLDERS = { need: "needs", programme: "programmes", challenge: "challenges" } as const;

/** Needs, programmes and challenges that speak of it; asked when the typing pauses. */
function useFound(text: string): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => {
    if (text.length < 2) return setFound([]);
    let late = false;
    const timer = setTimeout(() => {
      trpc.collaboration.search.query({ text, limit: MOST }).then(
        (hits) =>
          late ||
          setFound(
            hits.map(({ kind, id, title, found, language, organisation }) => ({
              id,
              href: `/${FOLDERS[kind]}/${id}`,
              title,
              segments: found.title,
              language,
              organisation,
            })),
          ),
        () => late || setFound([]),
      );
    }, PAUSE_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [text]);
  return found;
}
