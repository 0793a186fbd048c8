import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";

const schemaIn = (file: string) =>
  JSON.parse(readFileSync(new URL(`../ocds/${file}`, import.meta.url), "utf8"));

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(schemaIn("release-schema.json"));
const isPackage = ajv.compile(schemaIn("release-package-schema.json"));
const isRelease = ajv.getSchema(schemaIn("release-schema.json").id)!;

const problems = (validate: typeof isPackage) => (value: unknown) =>
  validate(JSON.parse(JSON.stringify(value)))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

/** What the standard's schema has against a release; none when it is valid. */
export const problemsOfRelease = problems(isRelease as typeof isPackage);
export const problemsOfPackage = problems(isPackage);
