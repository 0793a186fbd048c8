import { describe, expect, it } from "vitest";
import { differences } from "./merge";

describe("two people at one form", () => {
  it("see the fields in which they differ, in the order of the form", () => {
    const saved = { version: 2, title: "New", place: "Here", amount: 100 };
    const typed = { version: 1, title: "Mine", place: "Here", amount: 200 };
    expect(differences(saved, typed, ["amount", "title", "place"])).toEqual([
      { field: "amount", theirs: 100, mine: 200, untouched: false },
      { field: "title", theirs: "New", mine: "Mine", untouched: false },
    ]);
  });

  it("are offered what the other saved where they typed nothing themselves", () => {
    const [title, note] = differences(
      { title: "New", note: "New" },
      { title: "Mine", note: "Old" },
      ["title", "note"],
      {
        title: "Old",
        note: "Old",
      },
    );
    expect([title?.untouched, note?.untouched]).toEqual([false, true]);
  });

  it("are not asked about what is empty on both sides, nor about one moment written in two ways", () => {
    const saved = { note: null, closes: new Date("2027-01-01T11:00:00Z"), themes: ["a"] };
    const typed = { note: "", closes: "2027-01-01T12:00:00+01:00", themes: ["a"] };
    expect(differences(saved, typed, ["note", "closes", "themes"])).toEqual([]);
  });

  it("are not asked about what the other cannot see", () => {
    expect(differences({}, { title: "Mine" }, ["title"])).toEqual([]);
  });
});
