import { initTRPC, TRPCError } from "@trpc/server";
import type { Context } from "../core/context";
import { DomainError, type DomainErrorCode } from "../core/errors";
import { limitWrites } from "../core/rate-limit";
import { isStorable } from "../core/storable";

const TRPC_CODES = {
  "not-found": "NOT_FOUND",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  "wrong-state": "PRECONDITION_FAILED",
  incomplete: "UNPROCESSABLE_CONTENT",
  conflict: "CONFLICT",
  rule: "UNPROCESSABLE_CONTENT",
  "rate-limited": "TOO_MANY_REQUESTS",
} as const satisfies Record<DomainErrorCode, TRPCError["code"]>;

export type DomainErrorShape = {
  code: DomainErrorCode;
  key: string;
  params?: Record<string, string | number>;
  issues?: { field: string; key: string }[];
  current?: unknown;
};

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: error.cause instanceof DomainError ? error.cause.key : shape.data.code,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      domain: domainShape(error.cause),
      issues: issuesOf(error),
    },
  }),
});

const domainErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof DomainError) {
    throw new TRPCError({ code: TRPC_CODES[result.error.cause.code], cause: result.error.cause });
  }
  return result;
});

const storable = t.middleware(async ({ getRawInput, next }) => {
  if (!isStorable(await getRawInput())) throw new TRPCError({ code: "BAD_REQUEST" });
  return next();
});

const writeLimit = t.middleware(async ({ ctx, next, type }) => {
  if (type !== "mutation") return next();
  await limitWrites(ctx);
  // What is read after a write must hold it.
  return next({ ctx: { ...ctx, asOf: undefined } });
});

const signedIn = t.middleware(async ({ ctx, next }) => {
  if (ctx.actor.kind === "visitor") throw new DomainError("unauthenticated", "signIn");
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** May be called by anyone; `tests/guards` keeps the list of these. */
export const publicProcedure = t.procedure.use(domainErrors).use(storable).use(writeLimit);

/** May be called only by someone who is signed in; the command or query still decides whether this person may. */
export const personProcedure = t.procedure.use(domainErrors).use(signedIn).use(storable).use(writeLimit);

function domainShape(cause: unknown): DomainErrorShape | null {
  if (!(cause instanceof DomainError)) return null;
  return { code: cause.code, key: cause.key, ...cause.details };
}

/** Issues of the input schema: path and zod's code, for the form to put at the field. */
function issuesOf(error: TRPCError): { path: string; code: string }[] | null {
  const cause = error.cause as { issues?: { path: PropertyKey[]; code: string }[] } | undefined;
  if (error.code !== "BAD_REQUEST" || !Array.isArray(cause?.issues)) return null;
  return cause.issues.map((issue) => ({ path: issue.path.map(String).join("."), code: issue.code }));
}
