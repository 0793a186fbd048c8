import { z } from "zod";
import { answer, linked, pagingParameters, refusal } from "./document-parts";
import { ocdsPaths, ocdsSchemas, ocdsTag } from "./ocds-document";
import { type Resource, resources } from "./resources";

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string", format: "uri-reference" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    instance: { type: "string", format: "uri-reference" },
  },
};

/** The OpenAPI document, made from the same table and schemas that the answers are made with. */
export function openApi(version: string, largestPage: number) {
  return {
    openapi: "3.0.3",
    info: {
      title: "Bundel open data",
      description:
        "What a visitor may see, as data: from a weak element of an ecosystem to a decision on money. Read-only. Free to use under CC0 1.0.",
      version,
      license: { name: "CC0 1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/" },
      contact: { name: "Bundel", url: "/open-data" },
    },
    servers: [{ url: "/api/v1" }],
    tags: [...resources, ocdsTag].map(({ name, description }) => ({ name, description })),
    paths: Object.fromEntries([
      ...resources.flatMap((resource) => pathsOf(resource, largestPage)),
      ...ocdsPaths(largestPage),
    ]),
    components: {
      schemas: {
        problem: problemSchema,
        ...Object.fromEntries(resources.map(({ name, item }) => [name, schemaOf(item)])),
        ...ocdsSchemas,
      },
      headers: {
        "API-Version": {
          description: "Version of this interface",
          schema: { type: "string", example: version },
        },
        Link: { description: "The previous and the next page", schema: { type: "string" } },
      },
    },
  };
}

function pathsOf(resource: Resource, largestPage: number): [string, unknown][] {
  const { name, description, key } = resource;
  const item = { $ref: `#/components/schemas/${name}` };
  const list = {
    get: {
      operationId: `list-${name}`,
      summary: description,
      description,
      tags: [name],
      parameters: pagingParameters(largestPage),
      responses: {
        "200": answer(
          {
            type: "object",
            required: ["items", "total"],
            properties: { items: { type: "array", items: item }, total: { type: "integer", minimum: 0 } },
          },
          linked,
        ),
        "400": refusal("The paging is not right"),
      },
    },
  };
  if (key === null) return [[`/${name}`, list]];
  const one = {
    get: {
      operationId: `get-${name}`,
      summary: `One of: ${description}`,
      description: `One of: ${description}`,
      tags: [name],
      parameters: [
        {
          name: key,
          in: "path",
          required: true,
          description: `The ${key} of the item`,
          schema: { type: "string", ...(key === "id" ? { format: "uuid" } : {}) },
        },
      ],
      responses: { "200": answer(item), "404": refusal("There is no such item") },
    },
  };
  return [
    [`/${name}`, list],
    [`/${name}/{${key}}`, one],
  ];
}

const schemaOf = (item: z.ZodObject) => z.toJSONSchema(item, { target: "openapi-3.0", io: "output" });
