import { PROCEDURES } from "@/db/enums";
import { brokenRule } from "../core/errors";
import { joinLines, type Row } from "./columns";
import { compiled, isFields, type Release } from "./compile";
import { ARRAY, itemsOf, type Json, jsonOf, membersOf, OBJECT, parse, type Span, valuesIn } from "./json";

type Fields = { [field: string]: unknown };

/** What a need can be read from; awards and contracts are not kept in memory. */
const READ = ["ocid", "id", "date", "language", "buyer", "parties", "planning", "tender"] as const;

/**
 * The needs in a file of OCDS: releases, release packages or record packages, one or several, in an array, one a line, or
 * one after the other. Each process is one row, compiled from all releases of it in the file; a plan that was given up is none. Rows
 * keep the order of the file. Days are `2027-04-01`, values euros with a point before the cents; what is not in euros names its currency.
 * Of the releases no more than their places is kept, so that what is in memory is the file and one process.
 * @returns null wherever something was looked at that is no row, so that who reads a large file can give way in between
 * @param file its bytes, in UTF-8 or ISO-8859-1, or its text
 * @throws DomainError "rule": `ocds.notJson` or `ocds.tooDeep` with the line, `ocds.noReleases` when nothing in it is OCDS
 */
export function* rowsOfOcds(file: Uint8Array | string): Generator<Row | null> {
  const json = jsonOf(typeof file === "string" ? Buffer.from(file) : file);
  const processes = new Map<string, Span[]>();
  for (const place of releasesIn(json)) {
    yield null;
    if (!place) continue;
    const { ocid, ...span } = place;
    const known = processes.get(ocid);
    if (known) known.push(span);
    else processes.set(ocid, [span]);
  }
  if (processes.size === 0) throw brokenRule("ocds.noReleases");
  for (const spans of processes.values()) {
    const process = compiled(differentReleases(json, spans));
    yield hasEnded(process) ? null : rowOf(process);
  }
}

/** A release is never changed, so the same in a second package says nothing new. */
function differentReleases(json: Json, spans: readonly Span[]): Release[] {
  const releases = new Map<unknown, Release>();
  for (const span of spans) {
    const release = releaseOf(parse(json, span))!;
    releases.set(release.id === undefined ? releases.size : `${release.id} ${release.date}`, release);
  }
  return [...releases.values()];
}

/** Where a release stands; null for what was looked at and is none. */
type Place = (Span & { ocid: string }) | null;

function* releasesIn(json: Json): Generator<Place> {
  for (const value of valuesIn(json)) yield* releasesOf(json, value);
}

function* releasesOf(json: Json, value: Span): Generator<Place> {
  yield null;
  for (const item of listAt(json, value)) yield* releasesOf(json, item);
  if (json.bytes[value.start] !== OBJECT) return;
  const members = membersOf(json, value);
  const [releases, records] = [members.get("releases"), members.get("records")];
  // A record has an ocid too, and a list of releases: it is looked at as a record.
  if (members.has("ocid"))
    yield* releases || members.has("compiledRelease") ? ofRecord(json, value) : ofRelease(json, value);
  else for (const item of listAt(json, releases)) yield* ofRelease(json, item);
  for (const item of listAt(json, records)) yield* ofRecord(json, item);
}

const listAt = (json: Json, span: Span | undefined) =>
  span && json.bytes[span.start] === ARRAY ? itemsOf(json, span) : [];

function* ofRelease(json: Json, span: Span): Generator<Place> {
  const release = releaseOf(parse(json, span));
  yield release && { ...span, ocid: release.ocid };
}

/** The releases of a record; where they are only linked to, what was compiled of them. */
function* ofRecord(json: Json, span: Span): Generator<Place> {
  yield null;
  if (json.bytes[span.start] !== OBJECT) return;
  const members = membersOf(json, span);
  const whole = members.get("compiledRelease");
  let isEmbedded = false;
  for (const item of listAt(json, members.get("releases")))
    for (const release of ofRelease(json, item)) {
      yield release;
      isEmbedded ||= release !== null;
    }
  if (!isEmbedded && whole) yield* ofRelease(json, whole);
}

function releaseOf(value: unknown): Release | null {
  if (!isFields(value)) return null;
  const ocid = textIn(value, "ocid");
  if (ocid === "") return null;
  return {
    ...Object.fromEntries(READ.filter((field) => field in value).map((field) => [field, value[field]])),
    ocid,
  };
}

/** A plan that was given up is nothing to get ready for. */
const hasEnded = (process: Release): boolean => textIn(fieldsIn(process, "planning"), "finalStatus") !== "";

function rowOf(release: Release): Row {
  const [planning, tender] = [fieldsIn(release, "planning"), fieldsIn(release, "tender")];
  const [budget, need] = [fieldsIn(planning, "budget"), fieldsIn(planning, "need")];
  const [value, least] = [fieldsIn(tender, "value"), fieldsIn(tender, "minValue")];
  const most = "amount" in value ? value : fieldsIn(budget, "amount");
  const period = fieldsIn(tender, "tenderPeriod");
  return {
    reference: textIn(planning, "id") || textIn(planning, "identifier") || release.ocid,
    title: textIn(tender, "title") || textIn(budget, "description") || textIn(budget, "project"),
    description: textIn(tender, "description") || textIn(planning, "rationale"),
    language: textIn(release, "language").slice(0, 2).toLowerCase(),
    cpv: cpvOf(tender),
    buyer: buyerOf(release),
    window_start: dayIn(period, "startDate"),
    window_end: dayIn(period, "endDate"),
    value_min: eurosOf("amount" in least ? least : most),
    value_max: eurosOf(most),
    certainty: textIn(need, "certainty"),
    theme: textIn(need, "theme"),
    ecosystems: linesIn(need, "ecosystems"),
    place: placeOf(tender),
    procedure: procedureOf(tender),
    skills: linesIn(need, "skills"),
    questions: linesIn(need, "questions"),
    visibility: textIn(need, "visibility"),
  };
}

/** How the standard's methods are called here, where the publisher gave no nearer word. */
const PROCEDURE_OF_METHOD: Record<string, string> = {
  open: "open",
  selective: "restricted",
  limited: "negotiated",
  direct: "negotiated",
};

function procedureOf(tender: Fields): string {
  const details = textIn(tender, "procurementMethodDetails");
  if (PROCEDURES.some((procedure) => procedure === details)) return details;
  return PROCEDURE_OF_METHOD[textIn(tender, "procurementMethod")] ?? "";
}

function buyerOf(release: Release): string {
  const named = textIn(fieldsIn(release, "buyer"), "name");
  if (named) return named;
  const isBuyer = (party: Fields) => Array.isArray(party.roles) && party.roles.includes("buyer");
  return textIn(listIn(release, "parties").find(isBuyer) ?? {}, "name");
}

function cpvOf(tender: Fields): string {
  const classes = listIn(tender, "items").flatMap((item) => [
    fieldsIn(item, "classification"),
    ...listIn(item, "additionalClassifications"),
  ]);
  return textIn(classes.find((one) => textIn(one, "scheme").toUpperCase() === "CPV") ?? {}, "id");
}

const placeOf = (tender: Fields): string =>
  listIn(tender, "deliveryAddresses")
    .map(
      (address) => textIn(address, "description") || textIn(address, "locality") || textIn(address, "region"),
    )
    .find((place) => place !== "") ?? "";

/** Cents are written only where there are any; 1e21 and more is no amount. */
function eurosOf(value: Fields): string {
  const { amount, currency } = value;
  if (typeof amount !== "number" || Math.abs(amount) >= 1e21) return "";
  const written = Number.isInteger(amount) ? String(amount) : amount.toFixed(2);
  return !currency || currency === "EUR" ? written : `${written} ${currency}`;
}

/** A moment's own day, as its publisher wrote it. */
const dayIn = (fields: Fields, name: string): string => textIn(fields, name).slice(0, 10);

const linesIn = (fields: Fields, name: string): string => {
  const list = fields[name];
  return Array.isArray(list)
    ? joinLines(list.filter((line) => typeof line === "string"))
    : textIn(fields, name);
};

function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

const fieldsIn = (fields: Fields, name: string): Fields => {
  const value = fields[name];
  return isFields(value) ? value : {};
};

const listIn = (fields: Fields, name: string): Fields[] => {
  const value = fields[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
};
