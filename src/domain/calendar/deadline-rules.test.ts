import { describe, expect, it } from "vitest";
import { publishedCalendar } from "#server/calendar/published-days.ts";
import {
  type DatedDeadline,
  deadlineKeys,
  deadlineTable,
  findDeadline,
  getDeadline,
  lastDayOf,
} from "./deadline-rules.ts";
import { addDays } from "./local-date.ts";
import { isProvisional, plainCalendar } from "./working-days.ts";

/** As the State Council's notices have them. */
const calendar = publishedCalendar();

function dayRule(key: "rectification" | "reinspection" | "report" | "drill") {
  const rule = getDeadline(key, "2026-11-23");
  if (rule.unit === "hour") throw new Error(key);
  return { ...rule, unit: rule.unit };
}

describe("the table", () => {
  it("has one row a key on any day, says what it stands on, and quotes a law only with its article", () => {
    for (const key of deadlineKeys) {
      const first = deadlineTable.find((row) => row.key === key)?.validFrom ?? "2029-01-01";
      for (let day = first > "2019-04-01" ? first : "2019-04-01"; day < "2029-01-01"; day = addDays(day, 37)) {
        const standing = deadlineTable.filter(
          (row) => row.key === key && row.validFrom <= day && (row.validTo ?? "9999-12-31") >= day,
        );
        expect(standing, `${key} ${day}`).toHaveLength(1);
      }
    }
    for (const row of deadlineTable) {
      expect(row.basis.length, row.key).toBeGreaterThan(5);
      if (row.source === "law") expect(row.basis, row.key).toMatch(/《.+》第\d+条/);
    }
  });

  it("keeps a case under the rule of its day when the rule changes", () => {
    const [old] = deadlineTable;
    if (!old) throw new Error("no row");
    const changed: readonly DatedDeadline[] = [
      { ...old, validTo: "2026-12-31" },
      { ...old, amount: 10, validFrom: "2027-01-01" },
    ];
    expect(findDeadline("rectification", "2026-12-31", changed)?.amount).toBe(15);
    expect(findDeadline("rectification", "2027-01-01", changed)?.amount).toBe(10);
    expect(findDeadline("rectification", "2016-01-01", changed)).toBeUndefined();
  });
});

describe("last days across holidays", () => {
  it.each([
    // The National Day week of 2026, 1–7 October.
    ["reinspection", "2026-09-30", "2026-10-20"],
    // Mid-Autumn (25–27 September) and the week after it; Saturday 10 October is worked.
    ["reinspection", "2026-09-24", "2026-10-15"],
    // Spring Festival 2026.
    ["report", "2026-02-13", "2026-02-25"],
    // Calendar days run on through the holidays.
    ["rectification", "2026-09-25", "2026-10-10"],
    ["rectification", "2026-02-10", "2026-02-25"],
    // A half-year that ends in a shorter month.
    ["drill", "2026-08-31", "2027-02-28"],
    ["drill", "2027-08-31", "2028-02-29"],
    ["drill", "2026-11-23", "2027-05-23"],
  ] as const)("%s from %s is %s", (key, from, last) => {
    expect(lastDayOf(dayRule(key), from, calendar)).toBe(last);
  });

  it("counts Monday to Friday where no notice is out yet, and says that this is provisional", () => {
    const year = Math.max(...calendar.publishedYears) + 1;
    const from = `${year}-01-04`;
    expect(isProvisional(from, calendar)).toBe(true);
    expect(lastDayOf(dayRule("reinspection"), from, calendar)).toBe(
      lastDayOf(dayRule("reinspection"), from, plainCalendar),
    );
  });

  it("counts a make-up Saturday as a working day", () => {
    const makeUp = [...calendar.exceptions]
      .filter(([day, works]) => works && day.startsWith("2026-"))
      .map(([day]) => day);
    expect(makeUp.length).toBeGreaterThan(2);
    for (const day of makeUp) {
      const one = { ...dayRule("report"), amount: 1 };
      expect(lastDayOf(one, addDays(day, -1), calendar)).toBe(day);
    }
  });
});
