import { TRPCError } from "@trpc/server";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { ROLES } from "@/db/enums";
import { appRouter, createCaller } from "@/server/trpc/root";
import { as, asVisitor, organisation, person } from "@/tests/factories/people";
import { hostileInput } from "./hostile";
import { procedures } from "./procedures";

type Procedure = { _def: { inputs: z.ZodType[] } };
const TYPED =
  /^(OK|BAD_REQUEST|UNAUTHORIZED|FORBIDDEN|NOT_FOUND|CONFLICT|PRECONDITION_FAILED|UNPROCESSABLE_CONTENT|TOO_MANY_REQUESTS)$/;

type Call = (input: unknown) => Promise<unknown>;

const known = Object.keys(appRouter._def.procedures).sort();
const callable = (caller: unknown, name: string): Call =>
  name.split(".").reduce((at, part) => (at as Record<string, unknown>)[part], caller) as Call;

/** The code of the refusal, or "OK". */
async function outcome(call: Call, input: unknown): Promise<string> {
  try {
    await call(input);
    return "OK";
  } catch (error) {
    return error instanceof TRPCError ? error.code : `not a typed error: ${error}`;
  }
}

const id = "01890000-0000-7000-8000-000000000000";
const garbage: unknown[] = [
  undefined,
  null,
  "x",
  -1,
  [],
  {},
  { id: "1' or '1'='1" },
  { id, version: -1 },
  { id, version: 1 },
  { id, version: 1, title: "x".repeat(200_000), isAdministrator: true },
  { page: 1e300, pageSize: -1, sort: "id; drop table needs" },
  { text: "\u0000", title: "\u0000", id },
  JSON.parse('{"__proto__":{"polluted":true},"id":"x"}'),
];

const ODD: [text: string, day?: string][] = [
  ["\u0000"],
  ["\ud800"],
  ["%_\\' & | ! <-> :*"],
  ["x".repeat(50)],
  ["x".repeat(50), "0000-01-01"],
  ["x".repeat(50), "9999-12-31"],
];

describe("the permission matrix", () => {
  test("names every procedure, and nothing that is gone", () => {
    expect(Object.keys(procedures).sort()).toEqual(known);
  });
});

describe("every procedure", () => {
  test.each(known.filter((name) => procedures[name] !== "anyone"))(
    "%s asks a visitor to sign in",
    async (name) => {
      const call = callable(createCaller(asVisitor()), name);
      for (const input of garbage) expect(await outcome(call, input)).toBe("UNAUTHORIZED");
    },
  );

  test.each(known)("%s answers wrong input with a typed error, never a failure of its own", async (name) => {
    const stranger = await person(await organisation("company"), []);
    for (const context of [as(stranger), asVisitor()]) {
      const call = callable(createCaller(context), name);
      for (const input of garbage) expect(await outcome(call, input)).toMatch(TYPED);
    }
  });

  test.each(known)("%s answers odd input that fits its schema with a typed error", async (name) => {
    const schema = (appRouter._def.procedures as unknown as Record<string, Procedure>)[name]!._def.inputs[0];
    if (!schema) return;
    for (const kind of ["ministry", "municipality", "company"] as const)
      for (const [text, day] of ODD) {
        const call = callable(createCaller(as(await person(await organisation(kind), [...ROLES]))), name);
        expect(await outcome(call, hostileInput(schema, text, day)), JSON.stringify([text, day])).toMatch(
          TYPED,
        );
      }
  });
});
