import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { MATCH_END, MATCH_START, type Segment, segmentsOf } from "./segments";

/** What was searched for in the title; where the title has none of it, a part of the description that has. */
export type Found = { title: Segment[]; fragment: Segment[] | null };

/** As many characters of a description are shown before a match, and from it on. */
const [BEFORE, FROM] = [80, 160];
const OPTIONS = `StartSel=${MATCH_START},StopSel=${MATCH_END},HighlightAll=true`;

/** Words as people type them, in either language. */
export const asQuery = (text: string): SQL =>
  sql`(websearch_to_tsquery('dutch', ${text}) || websearch_to_tsquery('english', ${text}))`;

/** A condition: this document, a vector of both languages, speaks of the text. */
export const speaksOf = (document: SQLWrapper, text: string): SQL => sql`${document} @@ ${asQuery(text)}`;

type Texts = { title: SQLWrapper; description?: SQLWrapper };
type Marked = { text: string; marked: string[] };
/** As the database tells it, where it stands in other JSON. */
export type FoundAsRead = { title: Marked; fragment?: Marked | null };

/**
 * What of the text stands in a title and a description, for `asFound` to read; null when nothing was asked. It reads all of
 * both, so it belongs where it is known which rows are shown, and only of texts that those rows' readers may read.
 */
export function foundIn({ title, description }: Texts, text: string): SQL<Found | null> {
  if (text === "") return sql`null`;
  return sql`(
    select json_build_object('title', told.title, 'fragment', case
      when strpos((told.title -> 'marked')::text, ${MATCH_START}) = 0 then ${description ? fragmentOf(description) : null} end)
    from (select ${markedIn(title)} as title, words from (select (${anyWordOf(text)}) as words offset 0) asked offset 0) told
  )`.mapWith(asFound) as SQL<Found | null>;
}

/**
 * A query for any of the words, for a title need not hold all that a row was found by. Not those that the text excludes, nor
 * what is no word in one of the languages: "de" is one in English, but nobody looks for it.
 */
const anyWordOf = (text: string): SQL => sql`
  select coalesce(string_agg(word[1], ' | '), '')::tsquery
  from regexp_matches(querytree(${asQuery(text)}), '''(?:[^'']|'''')+''', 'g') word
  where to_tsvector('dutch', word[1]) <> '' and to_tsvector('english', word[1]) <> ''`;

/** What `foundIn` found, in pieces. */
export function asFound({ title, fragment }: FoundAsRead): Found {
  const pieces = fragment ? segmentsOf(fragment.text, fragment.marked) : [];
  return {
    title: segmentsOf(title.text, title.marked),
    fragment: pieces.some(({ isMatch }) => isMatch) ? pieces : null,
  };
}

/** The first match with what stands around it, in whole words. */
const fragmentOf = (text: SQLWrapper): SQL => sql`(
  select ${markedIn(sql`part.text`)} from (
    select case when at > ${BEFORE}::int
        then '…' || regexp_replace(substring(${text} from at - ${BEFORE}::int for ${BEFORE}::int), '^\\S*\\s+', '')
        else left(${text}, at - 1) end
      || case when length(${text}) >= at + ${FROM}::int
        then regexp_replace(substring(${text} from at for ${FROM}::int), '\\s+\\S*$', '') || '…'
        else substring(${text} from at) end as text
    from (select coalesce(${firstMatch("dutch", text)}, ${firstMatch("english", text)}) as at offset 0) match
    where at is not null offset 0
  ) part)`;

const firstMatch = (language: Configuration, text: SQLWrapper): SQL =>
  sql`nullif(strpos(${headline(language, text)}, ${MATCH_START}), 0)`;

const markedIn = (text: SQLWrapper): SQL =>
  sql`json_build_object('text', ${text}, 'marked', json_build_array(${headline("dutch", text)}, ${headline("english", text)}))`;

type Configuration = "dutch" | "english";

/** The whole text with marks; a mark that stands in it already is a space of the same length. */
const headline = (language: Configuration, text: SQLWrapper): SQL =>
  sql`ts_headline(${language}::regconfig, translate(${text}, ${MATCH_START + MATCH_END}, '  '), words, ${OPTIONS})`;
