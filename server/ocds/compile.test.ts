import { expect, test } from "vitest";
import { compiled } from "./compile";

const release = (date: string, fields: object) => ({
  ocid: "x-1",
  id: date,
  date,
  tag: ["planning"],
  ...fields,
});

test("a process is read oldest first, whatever the order of its releases", () => {
  const first = release("2026-01-01T00:00:00Z", { tender: { title: "Sensors", description: "For water" } });
  const second = release("2026-03-01T00:00:00Z", { tender: { title: "Water sensors" } });
  expect(compiled([second, first])).toEqual({
    ocid: "x-1",
    id: "x-1-2026-03-01T00:00:00Z",
    date: "2026-03-01T00:00:00Z",
    tag: ["compiled"],
    tender: { title: "Water sensors", description: "For water" },
  });
});

test("the order is that of moments, not of letters", () => {
  const earlier = release("2026-01-01T09:00:00+02:00", { title: "earlier" });
  const later = release("2026-01-01T08:00:00Z", { title: "later" });
  expect(compiled([later, earlier]).title).toBe("later");
});

test("null removes a field, also within an object", () => {
  const first = release("2026-01-01T00:00:00Z", { planning: { id: "A", budget: { project: "P" } } });
  const second = release("2026-02-01T00:00:00Z", { planning: { budget: { project: null } } });
  expect(compiled([first, second]).planning).toEqual({ id: "A", budget: {} });
});

test("arrays of objects merge by id; what has no id is added; arrays of words are replaced", () => {
  const first = release("2026-01-01T00:00:00Z", {
    items: [{ id: 1, description: "pump", quantity: 2 }, { description: "loose" }],
    words: ["a", "b"],
  });
  const second = release("2026-02-01T00:00:00Z", {
    items: [{ id: "1", quantity: 3 }, { id: "2" }, { description: "loose" }],
    words: ["c"],
  });
  expect(compiled([first, second])).toMatchObject({
    items: [
      { id: "1", description: "pump", quantity: 3 },
      { description: "loose" },
      { id: "2" },
      { description: "loose" },
    ],
    words: ["c"],
  });
});

test("lists that the standard replaces as a whole are replaced", () => {
  const first = release("2026-01-01T00:00:00Z", { deliveryAddresses: [{ description: "quay" }] });
  const second = release("2026-02-01T00:00:00Z", { deliveryAddresses: [{ description: "square" }] });
  expect(compiled([first, second]).deliveryAddresses).toEqual([{ description: "square" }]);
});

test("no name of a field reaches what every object has", () => {
  const hostile = JSON.parse(
    '{"ocid":"x","date":"2026-01-01","__proto__":{"polluted":1},"a":{"__proto__":{"b":1}}}',
  );
  compiled([hostile, hostile]);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
