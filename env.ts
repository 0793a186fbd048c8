import { z } from "zod";

const given = (schema: z.ZodType<string>) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const text = given(z.string());
const address = given(z.url());
const flag = given(z.enum(["0", "1"]));

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    PORT: z.preprocess(
      (value) => value || undefined,
      z.coerce.number().int().min(1).max(65_535).default(3000),
    ),
    HOST: text,
    LOG_LEVEL: z.preprocess(
      (value) => value || undefined,
      z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    ),
    BUNDEL_DATA: text.transform((value) => value ?? ".data"),
    BUNDEL_REGION: text.transform((value) => value ?? "den-haag"),
    BUNDEL_DEMO: flag,
    BUNDEL_THEME: text,
    BUNDEL_SIMILARITY: text,
    BUNDEL_SIMILARITY_MODEL: text,
    DATABASE_URL: address,
    OCDS_PREFIX: given(z.string().regex(/^[a-z0-9-]{3,40}$/, "lower case, digits and hyphens")).transform(
      (value) => value ?? "bundel",
    ),
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: text,
    SMTP_URL: address,
    MAIL_FROM: text,
    OIDC_ISSUER: address,
    OIDC_CLIENT_ID: text,
    OIDC_CLIENT_SECRET: text,
    OIDC_NAME: text,
  })
  .transform((values) => ({
    ...values,
    /** Demonstration accounts and data: on request, or when no operator named a database. */
    demo: values.BUNDEL_DEMO === "1" || (values.BUNDEL_DEMO !== "0" && !values.DATABASE_URL),
  }));

export type Environment = z.infer<typeof schema>;

let known: Environment | undefined;

/**
 * What the operator set, checked at first use. The only place that reads `process.env`.
 * @throws {Error} naming each variable that is wrong
 */
export const env: Environment = new Proxy({} as Environment, {
  get: (_, name) => {
    known ??= read();
    return known[name as keyof Environment];
  },
});

function read(): Environment {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  throw new Error(`The environment is not right.\n${z.prettifyError(result.error)}`);
}
