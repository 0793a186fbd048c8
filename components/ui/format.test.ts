import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatMoney,
  formatMoneyRange,
  formatNumber,
  formatPercent,
  formatQuarter,
  parseMoney,
  parseQuarter,
  quarterOf,
} from "./format";
import { fromLocalInput, toLocalInput } from "./local-time";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("money", () => {
  it.each([
    [120_000_000, "€ 1,2 mln", "€1.2 m"],
    [200_000_000, "€ 2 mln", "€2 m"],
    [85_000_000, "€ 850.000", "€850,000"],
    [99_999_960, "€ 1 mln", "€1 m"],
    [99_999_900, "€ 999.999", "€999,999"],
    [99_996_000_000, "€ 1 mld", "€1 bn"],
    [130_000_000_000, "€ 1,3 mld", "€1.3 bn"],
    [0, "€ 0", "€0"],
    [-125_000_000, "€ −1,2 mln", "−€1.2 m"],
  ])("%i cents reads short as %s and %s", (cents, nl, en) => {
    expect(plain(formatMoney(cents, "nl"))).toBe(nl);
    expect(plain(formatMoney(cents, "en"))).toBe(en);
  });

  it("is shown to the cent where it binds", () => {
    expect(plain(formatMoney(123_456_789, "nl", "exact"))).toBe("€ 1.234.567,89");
    expect(plain(formatMoney(100, "en", "exact"))).toBe("€1.00");
  });

  it("shows a range once when both ends read the same", () => {
    expect(plain(formatMoneyRange(50_000_000, 120_000_000, "nl"))).toBe("€ 500.000 – € 1,2 mln");
    expect(plain(formatMoneyRange(120_000_000, 121_000_000, "nl"))).toBe("€ 1,2 mln");
  });

  it.each([
    ["1.200.000,50", "nl", 120_000_050],
    ["€ 1,2 mln", "nl", 120_000_000],
    ["1,2 miljoen", "nl", 120_000_000],
    ["12,-", "nl", 1_200],
    ["1200.50", "nl", 120_050],
    ["250k", "nl", 25_000_000],
    ["EUR 75", "nl", 7_500],
    ["1,200,000.50", "en", 120_000_050],
    ["€1.3bn", "en", 130_000_000_000],
  ] as const)("%s in %s is read as %i cents", (text, locale, cents) => {
    expect(parseMoney(text, locale)).toBe(cents);
  });

  it.each(["veel", "1.2.3", "12,3,4", "--5", "1e9"])("%s cannot be read", (text) => {
    expect(parseMoney(text, "nl")).toBeNaN();
  });

  it("does not guess between a thousand and three decimals", () => {
    expect(parseMoney("1.200", "nl")).toBe(120_000);
    expect(parseMoney("1.200", "en")).toBeNaN();
    expect(parseMoney("1.275m", "en")).toBe(127_500_000);
  });

  it("reads nothing as nothing", () => {
    expect(parseMoney("  € ", "nl")).toBeNull();
  });

  it("reads back every exact amount that it writes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e13 }),
        fc.constantFrom("nl" as const, "en" as const),
        (cents, locale) => {
          expect(parseMoney(formatMoney(cents, locale, "exact"), locale)).toBe(cents);
        },
      ),
    );
  });
});

describe("figures", () => {
  it("follow the language", () => {
    expect(formatNumber(1234.5, "nl")).toBe("1.234,5");
    expect(formatNumber(1234.5, "en", 2)).toBe("1,234.50");
    expect(formatPercent(0.1234, "nl")).toBe("12,3%");
    expect(formatPercent(0.5, "en")).toBe("50%");
  });
});

describe("quarters", () => {
  it("read as people say them", () => {
    expect(plain(formatQuarter("2027-Q2", "nl"))).toBe("2e kwartaal 2027");
    expect(plain(formatQuarter({ year: 2027, quarter: 2 }, "en"))).toBe("Q2 2027");
  });

  it("know their short form", () => {
    expect(parseQuarter("2027-Q4")).toEqual({ year: 2027, quarter: 4 });
    expect(parseQuarter("2027-Q5")).toBeNull();
  });

  it("are told by the calendar of Amsterdam", () => {
    expect(quarterOf("2027-03-31T22:30:00Z")).toEqual({ year: 2027, quarter: 2 });
  });
});

describe("dates", () => {
  it("name weekday, time and zone where a deadline counts", () => {
    const deadline = "2026-11-24T10:39:00Z";
    expect(plain(formatDate(deadline, "nl", { weekday: true, time: true }))).toBe(
      "dinsdag 24 november 2026, 11:39 uur (CET)",
    );
    expect(plain(formatDate(deadline, "en", { weekday: true, time: true }))).toBe(
      "Tuesday 24 November 2026, 11:39 (CET)",
    );
    expect(plain(formatDate("2026-07-01", "nl", { time: true }))).toContain("(CEST)");
    expect(plain(formatDate(deadline, "nl", { short: true }))).toBe("24 nov 2026");
  });

  it("survive the way through an input, in summer and in winter", () => {
    for (const instant of ["2027-01-15T11:00:00.000Z", "2027-07-15T10:00:00.000Z"]) {
      expect(toLocalInput(instant).slice(11)).toBe("12:00");
      expect(fromLocalInput(toLocalInput(instant))?.toISOString()).toBe(instant);
    }
  });

  it("take the moment after in the hour that is skipped, the first in the hour that comes twice", () => {
    expect(fromLocalInput("2027-03-28T02:30")?.toISOString()).toBe("2027-03-28T01:30:00.000Z");
    expect(fromLocalInput("2027-10-31T02:30")?.toISOString()).toBe("2027-10-31T00:30:00.000Z");
    expect(fromLocalInput("2027-10-31")).toBeNull();
  });
});
