export const pagingParameters = (largestPage: number) => [
  parameter("page", "Which page, from 1", { type: "integer", minimum: 1, default: 1 }),
  parameter("pageSize", "How many items on a page", {
    type: "integer",
    minimum: 1,
    maximum: largestPage,
    default: largestPage,
  }),
];

const parameter = (name: string, description: string, schema: unknown) => ({
  name,
  in: "query",
  required: false,
  description,
  schema,
});

const version = { "API-Version": { $ref: "#/components/headers/API-Version" } };

export const answer = (schema: unknown, headers = {}) => ({
  description: "Found",
  headers: { ...version, ...headers },
  content: { "application/json": { schema } },
});

export const refusal = (description: string) => ({
  description,
  headers: version,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/problem" } } },
});

/** The header of an answer that is one page of several. */
export const linked = { Link: { $ref: "#/components/headers/Link" } };
