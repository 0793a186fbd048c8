import { createHash } from "node:crypto";
import { z } from "zod";
import { logFailure } from "../core/log";
import { openApi } from "./document";
import { ocdsLists } from "./ocds-document";
import { visitorContext } from "./queries";
import { isKey, readResource, resources } from "./resources";

export const API_VERSION = "1.0.0";
export const LARGEST_PAGE = 100;

const HEADERS = {
  "api-version": API_VERSION,
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "API-Version, ETag, Link",
  "cache-control": "no-cache",
};

const whole = (from: number, to: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, "must be a whole number")
    .transform(Number)
    .pipe(z.int().min(from).max(to))
    .default(otherwise);

export const paging = z.object({
  page: whole(1, 1_000_000, 1),
  pageSize: whole(1, LARGEST_PAGE, LARGEST_PAGE),
});

/** One page of a resource: `{ items, total }`. */
export function listAnswer(request: Request, name: string): Promise<Response> {
  return answered(request, async () => {
    const resource = resources.find((candidate) => candidate.name === name);
    if (!resource) return problem(request, 404, "Unknown resource", `There is no resource "${name}".`);
    return pagedAnswer(request, async (wanted) => {
      const body = await readResource(visitorContext(), resource, wanted);
      return { body, more: wanted.offset + wanted.limit < body.total };
    });
  });
}

type Paged = { body: unknown; more: boolean };

/** What `read` gives of the page that is asked for, with links to the pages beside it; or what is wrong with the question. */
export async function pagedAnswer(
  request: Request,
  read: (wanted: { limit: number; offset: number }) => Promise<Paged>,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const repeated = [...new Set(query.keys())].filter((key) => query.getAll(key).length > 1);
  const result = paging.safeParse(Object.fromEntries(query));
  if (repeated.length > 0 || !result.success)
    return problem(request, 400, "Bad paging", badPaging(repeated, result.error));
  const { page, pageSize } = result.data;
  const { body, more } = await read({ limit: pageSize, offset: (page - 1) * pageSize });
  return json(request, body, linksTo(request, page, pageSize, more));
}

/** One item of a resource. */
export function itemAnswer(request: Request, name: string, key: string): Promise<Response> {
  return answered(request, async () => {
    const resource = resources.find((candidate) => candidate.name === name);
    const nothing = problem(request, 404, "Not found", `There is no "${key}" among "${name}".`);
    if (!resource || !isKey(resource, key)) return nothing;
    const { items } = await readResource(visitorContext(), resource, { limit: 1, offset: 0, id: key });
    return items[0] ? json(request, items[0]) : nothing;
  });
}

/** What there is, and where it is described. */
export const indexAnswer = (request: Request) =>
  json(request, {
    openapi: "/api/v1/openapi.json",
    resources: resources.map(({ name, description }) => ({ name, description, href: `/api/v1/${name}` })),
    ocds: ocdsLists.map(({ path, summary }) => ({ description: summary, href: `/api/v1${path}` })),
  });

export const documentAnswer = (request: Request) => json(request, openApi(API_VERSION, LARGEST_PAGE));

/** Reading is all there is. */
export const refuseMethod = (request: Request) =>
  problem(request, 405, "Method not allowed", "This interface is read-only: use GET.", {
    allow: "GET, HEAD, OPTIONS",
  });

export const optionsAnswer = () =>
  new Response(null, {
    status: 204,
    headers: {
      ...HEADERS,
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "If-None-Match",
    },
  });

export async function answered(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    logFailure(error, new URL(request.url).pathname);
    return problem(request, 500, "Unexpected failure", "Nothing was lost; try again later.");
  }
}

export function json(request: Request, body: unknown, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const known = request.headers.get("if-none-match")?.includes(etag) ?? false;
  return new Response(known ? null : text, {
    status: known ? 304 : 200,
    headers: { ...HEADERS, ...headers, etag, "content-type": "application/json; charset=utf-8" },
  });
}

export function problem(
  request: Request,
  status: number,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
): Response {
  const body = { type: "about:blank", title, status, detail, instance: new URL(request.url).pathname };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...HEADERS, ...headers, "content-type": "application/problem+json; charset=utf-8" },
  });
}

function badPaging(repeated: string[], error: z.ZodError | undefined): string {
  const wrong = error?.issues.map((issue) => issue.path.join(".")) ?? [];
  const names = [...new Set([...wrong, ...repeated])].join(" and ");
  return `${names}: give page as a whole number from 1, and pageSize from 1 to ${LARGEST_PAGE}, each at most once.`;
}

function linksTo(request: Request, page: number, pageSize: number, more: boolean): Record<string, string> {
  const { pathname } = new URL(request.url);
  const to = (number: number, relation: string) =>
    `<${pathname}?page=${number}&pageSize=${pageSize}>; rel="${relation}"`;
  const links = [...(page > 1 ? [to(page - 1, "prev")] : []), ...(more ? [to(page + 1, "next")] : [])];
  return links.length > 0 ? { link: links.join(", ") } : {};
}
