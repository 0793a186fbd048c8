import { brokenRule } from "../core/errors";

const QUOTE = 34;
const BACKSLASH = 92;
const isOpening = (code: number) => code === 123 || code === 91;
const isClosing = (code: number) => code === 125 || code === 93;
const SCALAR = /-?\d[\d.eE+-]*|true|false|null/y;
const BETWEEN = /\s*/y;
/** Deeper than any release; what is nested deeper is made to break the reader. */
const DEEPEST = 100;

export type Span = { start: number; end: number };

/**
 * Where the values of a text stand that holds one JSON value, or several after each other. Only the brackets are looked
 * at, so that a file of 100 MB is not in memory as objects; what is within is checked when it is parsed.
 * @throws DomainError "rule" `ocds.notJson` with the line where it stops being JSON
 */
export function* valuesIn(text: string): Generator<Span> {
  for (let at = skip(text, 0); at < text.length; at = skip(text, at)) {
    const end = endOf(text, at);
    yield { start: at, end };
    at = end;
  }
}

/** The elements of an array whose place is known. */
export function* itemsOf(text: string, { start, end }: Span): Generator<Span> {
  for (let at = skip(text, start + 1); at < end - 1; ) {
    const item = { start: at, end: endOf(text, at) };
    yield item;
    at = afterComma(text, item.end, end);
  }
}

/** The members of an object whose place is known. */
export function* membersOf(text: string, { start, end }: Span): Generator<Span & { key: string }> {
  for (let at = skip(text, start + 1); at < end - 1; ) {
    const afterKey = text.charCodeAt(at) === QUOTE ? endOf(text, at) : wrong(text, at);
    const key = String(parse(text, { start: at, end: afterKey }));
    const colon = skip(text, afterKey);
    if (text[colon] !== ":") wrong(text, colon);
    const value = skip(text, colon + 1);
    const member = { key, start: value, end: endOf(text, value) };
    yield member;
    at = afterComma(text, member.end, end);
  }
}

/** The value at a place. @throws DomainError "rule" `ocds.notJson` */
export function parse(text: string, { start, end }: Span): unknown {
  try {
    return JSON.parse(text.slice(start, end));
  } catch {
    return wrong(text, start);
  }
}

function afterComma(text: string, at: number, end: number): number {
  const next = skip(text, at);
  if (next === end - 1) return next;
  return text[next] === "," ? skip(text, next + 1) : wrong(text, next);
}

function skip(text: string, at: number): number {
  BETWEEN.lastIndex = at;
  BETWEEN.test(text);
  return BETWEEN.lastIndex;
}

function endOf(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return endOfString(text, start);
  if (isOpening(first)) return endOfBrackets(text, start);
  SCALAR.lastIndex = start;
  return SCALAR.test(text) ? SCALAR.lastIndex : wrong(text, start);
}

function endOfBrackets(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at) - 1;
    else if (isOpening(code) && ++depth > DEEPEST) return wrong(text, at);
    else if (isClosing(code) && --depth === 0) return at + 1;
  }
  return wrong(text, text.length);
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at + 1;
  }
  return wrong(text, text.length);
}

function wrong(text: string, at: number): never {
  throw brokenRule("ocds.notJson", { line: text.slice(0, at).split("\n").length });
}
