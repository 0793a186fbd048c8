import { CERTAINTIES, WINDOW_PRECISIONS } from "@/db/enums";

const TEXT = ["string", "null"];
const texts = (title: string, description: string) => ({
  title,
  description,
  type: ["array", "null"],
  items: { type: "string" },
});
const word = (title: string, description: string, among: readonly string[]) => ({
  title,
  description,
  type: TEXT,
  enum: [...among, null],
});

/** What the extension is, in the form that the standard asks of extensions (extension.json). */
export const extension = (site: string) => ({
  name: { en: "Public need" },
  description: {
    en: "What a buyer tells of a planned procurement so that others can get ready for it: how sure it is, what it is for, which skills it asks and which questions are open.",
  },
  codelists: [],
  compatibility: ["1.1"],
  contactPoint: { name: "Bundel", url: `${site}/open-data` },
  documentationUrl: { en: `${site}/open-data` },
  schemas: ["release-schema.json"],
});

/** What it adds to the release schema, as a JSON merge patch: `planning.need`. */
export const extensionSchema = {
  definitions: {
    Planning: {
      properties: {
        need: {
          title: "Need",
          description: "What the standard has no field for.",
          type: ["object", "null"],
          properties: {
            status: word("Status", "Where the need stands.", ["published", "fulfilled", "withdrawn"]),
            certainty: word("Certainty", "How sure the procurement is, from least to most.", CERTAINTIES),
            windowPrecision: word(
              "Precision of the window",
              "Whether tender.tenderPeriod is known by the day, or only by its quarters.",
              WINDOW_PRECISIONS,
            ),
            theme: {
              title: "Mission theme",
              description: "The theme of the region's mission that it serves, as in /api/v1/mission-themes.",
              type: TEXT,
            },
            ecosystems: texts(
              "Ecosystems",
              "Sectors and clusters, as in /api/v1/sectors and /api/v1/clusters.",
            ),
            skills: texts("Skills", "Skills that the work will ask."),
            questions: texts("Questions", "Open questions for researchers."),
            programmes: texts(
              "Programmes",
              "The programmes that it is bundled in, as in /api/v1/programmes; planning.budget.projectID names the first.",
            ),
            visibility: { title: "Visibility", description: "Always public.", type: TEXT },
          },
        },
      },
    },
  },
};
