/** The parts of a schema's issue that decide what is said of it; the same for the browser's check and the server's. */
export type Issue = {
  code?: string;
  origin?: string;
  format?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  expected?: string;
  input?: unknown;
};

export type Said = { key: string; params?: Record<string, string | number> };

/** Limits above this are not worth saying: nobody types towards them. */
const TELLING = 100_000;

/** Which sentence of `forms.wrong` fits an issue. */
export function sayingOf(issue: Issue): Said {
  if (isEmpty(issue))
    return { key: issue.code === "invalid_value" || issue.origin === "array" ? "choose" : "required" };
  switch (issue.code) {
    case "too_small":
      return limited(issue, issue.minimum, { string: "tooShort", array: "tooFew", other: "tooLow" });
    case "too_big":
      return limited(issue, issue.maximum, { string: "tooLong", array: "tooMany", other: "tooHigh" });
    case "invalid_format":
      return { key: formats[issue.format ?? ""] ?? "form" };
    case "invalid_type":
      return {
        key: expectsNumber(issue) ? (Number.isFinite(issue.input) ? "whole" : "number") : "required",
      };
    case "invalid_value":
      return { key: "choose" };
    case "unrecognized_keys":
      return { key: "unknown" };
    default:
      return { key: "other" };
  }
}

const formats: Record<string, string> = {
  email: "email",
  url: "url",
  date: "date",
  datetime: "date",
  uuid: "choose",
};

function isEmpty({ input, code, origin }: Issue): boolean {
  if (input === "" || (Array.isArray(input) && input.length === 0)) return true;
  if (origin === "number" || code === "custom" || code === "unrecognized_keys") return false;
  return input === null || (input === undefined && code === "invalid_type");
}

function limited(
  issue: Issue,
  limit: Issue["minimum"],
  keys: { string: string; array: string; other: string },
): Said {
  const key = issue.origin === "string" ? keys.string : issue.origin === "array" ? keys.array : keys.other;
  const value = Number(limit);
  return Math.abs(value) <= TELLING ? { key, params: { limit: value } } : { key: `${key}Unsaid` };
}

function expectsNumber({ expected }: Issue): boolean {
  return expected === "number" || expected === "int";
}
