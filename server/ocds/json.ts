import { isUtf8 } from "node:buffer";
import { brokenRule } from "../core/errors";

const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58];
export const [ARRAY, OBJECT] = [91, 123];
const isOpening = (byte: number) => byte === OBJECT || byte === ARRAY;
const isClosing = (byte: number) => byte === 125 || byte === 93;
const isSpace = (byte: number) => byte === 32 || (byte >= 9 && byte <= 13);
/** A digit, a letter, or one of `+ - .` */
const isScalar = (byte: number) =>
  (byte >= 97 && byte <= 122) || (byte >= 43 && byte <= 57 && byte !== COMMA && byte !== 47) || byte === 69;
/** Deeper than any release; what is nested deeper is made to break the reader. */
const DEEPEST = 100;

export type Span = { start: number; end: number };
/** A file as its bytes: a text of it would take twice the memory, and what sets JSON apart is the same in both encodings. */
export type Json = { bytes: Uint8Array; decoder: TextDecoder };

/** A file that does not say its encoding: what is not UTF-8 is read as ISO-8859-1. */
export const jsonOf = (bytes: Uint8Array): Json => ({
  bytes,
  decoder: new TextDecoder(isUtf8(bytes) ? "utf-8" : "iso-8859-1"),
});

/**
 * Where the values of a file stand that holds one JSON value, or several after each other. Only the brackets are looked
 * at, so that a large file is not in memory as objects; what is within is checked when it is parsed.
 * @throws DomainError "rule" with the line: `ocds.notJson` where it stops being JSON, `ocds.tooDeep`
 */
export function* valuesIn(json: Json): Generator<Span> {
  for (let at = skip(json, 0); at < json.bytes.length; at = skip(json, at)) {
    const end = endOf(json, at);
    yield { start: at, end };
    at = end;
  }
}

/** The elements of an array whose place is known. */
export function* itemsOf(json: Json, { start, end }: Span): Generator<Span> {
  for (let at = skip(json, start + 1); at < end - 1; ) {
    const item = { start: at, end: endOf(json, at) };
    yield item;
    at = afterComma(json, item.end, end);
  }
}

/** The members of an object whose place is known; of two with one name the last. */
export function membersOf(json: Json, { start, end }: Span): Map<string, Span> {
  const members = new Map<string, Span>();
  for (let at = skip(json, start + 1); at < end - 1; ) {
    const afterKey = json.bytes[at] === QUOTE ? endOf(json, at) : wrong(json, at);
    const key = String(parse(json, { start: at, end: afterKey }));
    const colon = skip(json, afterKey);
    if (json.bytes[colon] !== COLON) wrong(json, colon);
    const value = skip(json, colon + 1);
    const member = { start: value, end: endOf(json, value) };
    members.set(key, member);
    at = afterComma(json, member.end, end);
  }
  return members;
}

/** The value at a place. @throws DomainError "rule" `ocds.notJson` */
export function parse(json: Json, { start, end }: Span): unknown {
  try {
    return JSON.parse(json.decoder.decode(json.bytes.subarray(start, end)));
  } catch {
    return wrong(json, start);
  }
}

function afterComma(json: Json, at: number, end: number): number {
  const next = skip(json, at);
  if (next === end - 1) return next;
  return json.bytes[next] === COMMA ? skip(json, next + 1) : wrong(json, next);
}

/** Behind white space and the mark of UTF-8, which files that were put after each other have between them. */
function skip({ bytes }: Json, start: number): number {
  let at = start;
  for (;;) {
    if (isSpace(bytes[at]!)) at += 1;
    else if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
    else return at;
  }
}

function endOf(json: Json, start: number): number {
  const first = json.bytes[start]!;
  if (first === QUOTE) return endOfString(json, start);
  if (isOpening(first)) return endOfBrackets(json, start);
  let end = start;
  while (isScalar(json.bytes[end]!)) end += 1;
  return end > start ? end : wrong(json, start);
}

function endOfBrackets(json: Json, start: number): number {
  const { bytes } = json;
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) at = endOfString(json, at) - 1;
    else if (isOpening(byte) && ++depth > DEEPEST) return wrong(json, at, "ocds.tooDeep");
    else if (isClosing(byte) && --depth === 0) return at + 1;
  }
  return wrong(json, bytes.length);
}

function endOfString(json: Json, start: number): number {
  const { bytes } = json;
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at++;
    else if (byte === QUOTE) return at + 1;
  }
  return wrong(json, bytes.length);
}

function wrong({ bytes }: Json, at: number, key = "ocds.notJson"): never {
  let line = 1;
  for (let before = 0; before < at; before++) if (bytes[before] === 10) line += 1;
  throw brokenRule(key, { line });
}
