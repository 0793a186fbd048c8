import { z } from "zod";

type Schema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  properties?: Record<string, Schema>;
  pattern?: string;
};

const ID = "01890000-0000-7000-8000-000000000000";

/**
 * Input that a schema lets through but that nobody's form would send: each free text starts as given, numbers are at
 * their edge, ids lead nowhere, dates are the day that is given.
 */
export function hostileInput(schema: z.ZodType, text: string, day = "2027-01-01"): unknown {
  const known = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
  return sample(known, { text, day });
}

type Odd = { text: string; day: string };

function sample(schema: Schema, odd: Odd): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== "null");
  if (choice) return sample(choice, odd);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [name, sample(property, odd)]),
      );
    case "array":
      return schema.items
        ? Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sample(schema.items!, odd))
        : [];
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 1, 1);
    case "boolean":
      return true;
    default:
      return sampleText(schema, odd);
  }
}

function sampleText({ format, pattern, minLength = 0 }: Schema, { text, day }: Odd): string {
  if (format === "uuid") return ID;
  if (format === "date") return day;
  if (format === "date-time") return `${day}T00:00:00.000Z`;
  if (format === "email") return "someone@example.org";
  if (format === "uri") return "https://example.org/";
  if (pattern) return "a-slug";
  return text.padEnd(minLength, "x");
}
