import { answer, linked, pagingParameters, refusal } from "./document-parts";

export const ocdsTag = {
  name: "ocds",
  description: "What public buyers expect to procure, in the Open Contracting Data Standard 1.1",
};

/** The lists, as the OpenAPI document and the index name them. */
export const ocdsLists = [
  {
    path: "/ocds/releases",
    schema: "release-package",
    summary: "Planning releases, oldest first: what was published of each need, each time that it changed",
  },
  {
    path: "/ocds/records",
    schema: "record-package",
    summary: "Records: each public need with all its releases, and what they come to",
  },
] as const;

const STANDARD = "https://standard.open-contracting.org/1.1/en/schema";

/** The standard's own schemas say what stands in these; here is only what each has. */
const packageOf = (list: string, where: string) => ({
  type: "object",
  description: `As described at ${where}`,
  required: ["version", list],
  properties: {
    uri: { type: "string", format: "uri" },
    version: { type: "string", example: "1.1" },
    publishedDate: { type: "string", format: "date-time" },
    extensions: { type: "array", items: { type: "string", format: "uri" } },
    [list]: { type: "array", items: { type: "object", required: ["ocid"] } },
  },
});

export const ocdsSchemas = {
  "release-package": packageOf("releases", `${STANDARD}/release_package/`),
  "record-package": packageOf("records", `${STANDARD}/record_package/`),
};

const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });

export const ocdsPaths = (largestPage: number): [string, unknown][] => [
  ...ocdsLists.map(({ path, schema: name, summary }): [string, unknown] => [
    path,
    operation(`list-ocds-${name}s`, summary, {
      parameters: pagingParameters(largestPage),
      responses: { "200": answer(schema(name), linked), "400": refusal("The paging is not right") },
    }),
  ]),
  [
    "/ocds/records/{ocid}",
    operation(
      "get-ocds-record",
      "The record of one need; of one that is public no more, only its last release",
      {
        parameters: [
          {
            name: "ocid",
            in: "path",
            required: true,
            description: "The identifier of the planning process",
            schema: { type: "string" },
          },
        ],
        responses: { "200": answer(schema("record-package")), "404": refusal("There is no such record") },
      },
    ),
  ],
  ...["extension.json", "release-schema.json"].map((file): [string, unknown] => [
    `/ocds/extension/${file}`,
    operation(
      `get-ocds-${file.replace(".json", "")}`,
      `The extension that planning.need is described in: ${file}`,
      {
        responses: { "200": answer({ type: "object" }) },
      },
    ),
  ]),
];

const operation = (operationId: string, summary: string, rest: object) => ({
  get: { operationId, summary, description: summary, tags: [ocdsTag.name], ...rest },
});
